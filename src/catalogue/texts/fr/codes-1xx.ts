import type { CodeTexts } from "../texts.ts";

/** Provisional. */
export const codes1xx = {
  100: {
    gloss: "Le serveur suivant a la requête",
    says: "100 indique que le serveur suivant a la requête et s’en occupe ; le téléphone de l’appelé n’en sait peut-être encore rien.",
    meaning:
      "Le saut suivant a reçu la requête et la prend en charge. Ce code empêche l’appelant de renvoyer l’`INVITE` sur UDP, et c’est là tout son effet : un proxy avec état ne transmet jamais un 100, chaque saut envoie donc le sien.",
    whenYouSeeIt:
      "Dans presque tous les appels, quelques millisecondes après l’`INVITE`. Un serveur l’envoie quand il s’attend à mettre plus de 200 ms à répondre. Pour les autres méthodes, il est rare et, sur UDP, ne vient jamais tôt.",
    howToFix: {
      caller:
        "Attendez la réponse suivante. Si rien ne suit le 100, la panne se trouve au-delà du premier serveur et non dans votre téléphone.",
      operator:
        "Quand des appels s’arrêtent à 100, suivez l’`INVITE` à la sortie du serveur qui a envoyé ce 100 : sa résolution DNS, sa route et la réponse du saut suivant. Cherchez une branche restée sans aucune réponse.",
      developer:
        "Arrêtez le Timer A à sa réception et continuez d’attendre. Il ne crée pas de dialogue et ne reçoit pas d’`ACK`. Un `CANCEL` peut partir dès la première réponse provisoire : un 100 suffit donc.",
    },
    sendIt:
      "Envoyez-le en réponse à un `INVITE` quand la réponse finale peut prendre plus de 200 ms. Pour les autres méthodes sur UDP, ne l’envoyez qu’une fois que le Timer E du client a atteint T2, comme le dit la RFC 4320.",
    causes: [
      {
        text: "Le saut situé après le serveur qui a répondu 100 ne répond pas.",
        evidence:
          "Le serveur relaie le même `INVITE` à 0 ; 0,5 ; 1,5 et 3,5 s, et l’appelant ne voit que le 100 jusqu’à l’arrivée d’un 408.",
      },
      {
        text: "Le 100 ne retrouve pas le chemin de l’appelant.",
        evidence:
          "L’`INVITE` arrive de nouveau avec le même `branch` alors qu’un 100 a été envoyé. Les valeurs `received` et `rport` du `Via` diffèrent de l’adresse à laquelle le 100 a été envoyé.",
      },
    ],
    keywords: [
      "trying",
      "100 trying",
      "bloqué sur trying",
      "pas de sonnerie après trying",
      "retransmission invite",
      "appel bloqué",
    ],
  },
  180: {
    gloss: "Le téléphone sonne",
    says: "180 indique que le téléphone de l’appelé a reçu l’appel et avertit l’utilisateur ; celui de l’appelant peut émettre un retour d’appel.",
    meaning:
      "Un terminal a reçu l’`INVITE` et cherche à attirer l’attention de son utilisateur. Avec un tag dans `To`, il ouvre un dialogue précoce. Il ne promet rien : n’importe quelle réponse finale peut encore suivre.",
    whenYouSeeIt:
      "Le téléphone de l’appelé sonne. Un appel bifurqué apporte un 180 par téléphone, reconnaissable au tag de `To`. Une passerelle ou un PBX envoie souvent 180 avant qu’aucun téléphone ne sonne.",
    howToFix: {
      caller:
        "Attendez, ou raccrochez, ce qui envoie `CANCEL`. Si vous n’entendez aucune sonnerie après un 180, voyez le réglage de tonalité de votre téléphone et non le réseau.",
      operator:
        "Vérifiez qui a envoyé le 180 : un PBX qui répond 180 de lui-même masque les téléphones hors ligne. Asterisk le fait pour `Ringing()` et pour `Dial()` avec l’option `r`.",
      developer:
        "Jouez la tonalité locale tant que du RTP n’arrive pas réellement, quel que soit le SDP d’un 180. Gardez un dialogue précoce par tag de `To`. Sans `100rel`, un 180 peut se perdre : n’en dépendez jamais.",
    },
    sendIt:
      "Envoyez-le quand l’utilisateur est réellement averti. Envoyez 183 avec SDP quand l’appelant doit entendre une annonce ou la tonalité du réseau distant. Répétez le 180 chaque minute si la sonnerie dure, sinon un proxy peut annuler.",
    causes: [
      {
        text: "L’appelant n’entend pas de sonnerie : un SDP est venu avec le 180 ou avant lui, et aucun RTP ne suit.",
        evidence:
          "Un 183 ou un 180 porte `Content-Type: application/sdp`, le téléphone ouvre son port média, et aucun paquet RTP ne l’atteint avant le 200.",
      },
      {
        text: "Un PBX annonce une sonnerie pour un téléphone qui n’a jamais reçu l’appel.",
        evidence:
          "Le 180 vient de l’adresse du PBX en quelques millisecondes, et aucun `INVITE` ne part avant lui du PBX vers le téléphone.",
      },
      {
        text: "Le téléphone sonne longtemps, et le proxy de l’appelant annule l’appel.",
        evidence:
          "Aucune réponse provisoire pendant 3 minutes, puis un `CANCEL` du proxy dont le Timer C a expiré et un 487 ou un 408.",
      },
    ],
    keywords: [
      "ringing",
      "sonnerie",
      "retour d’appel",
      "pas de tonalité",
      "pas de retour de sonnerie",
      "le téléphone sonne",
      "ringback",
    ],
  },
  181: {
    gloss: "Renvoyé, mise en relation en cours",
    says: "181 indique que l’appel est en route vers une autre destination que celle composée ; l’appelant doit attendre la mise en relation avec celle-ci.",
    meaning:
      "Un serveur qui renvoie lui-même l’appel en informe l’appelant. La transaction de l’appelant continue, et aucun nouvel `INVITE` n’est attendu de lui. La RFC 3261 laisse le serveur libre de l’envoyer ou non.",
    whenYouSeeIt:
      "Un renvoi d’appel dans un PBX ou sur un serveur d’application : inconditionnel, sur occupation ou sur non-réponse. Souvent, la messagerie vocale répond juste après le 181.",
    howToFix: {
      caller:
        "Attendez. Si vous arrivez là où vous ne vouliez pas, prévenez l’appelé : le renvoi est réglé chez lui et non sur votre téléphone.",
      operator:
        "Cherchez la règle de renvoi : le téléphone, le PBX et l’opérateur peuvent chacun en avoir une. `History-Info` ou `Diversion` indique qui a renvoyé l’appel et pourquoi.",
      developer:
        "Affichez-le si vous le pouvez, et continuez d’attendre. N’interrompez pas un retour d’appel en cours. N’envoyez pas vous-même de requête à la nouvelle destination : c’est ce que demande un 302.",
    },
    sendIt:
      "Envoyez-le quand votre serveur renvoie l’appel et que l’appelant gagne à le savoir. Envoyez 302 quand l’appelant doit composer lui-même la nouvelle adresse. Abstenez-vous quand la nouvelle destination doit rester privée.",
    causes: [
      {
        text: "Une règle de renvoi que l’appelé a oubliée envoie les appels vers la messagerie.",
        evidence:
          "Un 181 et un nouvel `INVITE` avec une autre Request-URI suivent aussitôt le premier `INVITE`, et le téléphone de l’appelé n’en reçoit pas.",
      },
      {
        text: "Deux règles de renvoi pointent l’une vers l’autre.",
        evidence:
          "Plusieurs 181 de suite, le même utilisateur qui revient sans cesse dans `History-Info`, puis un 482 ou un 483.",
      },
    ],
    keywords: [
      "renvoi d’appel",
      "appel renvoyé",
      "transféré",
      "call forwarding",
      "directement sur messagerie",
      "diversion",
    ],
  },
  182: {
    gloss: "En attente dans une file",
    says: "182 indique que l’appelé ne peut pas prendre l’appel maintenant et que le serveur le garde dans une file au lieu de le rejeter.",
    meaning:
      "L’appel attend, sans être décroché, que quelqu’un se libère. Le libellé peut en dire plus, comme la place dans la file, et le serveur peut envoyer d’autres réponses 182 à mesure que la file avance. Une réponse finale suit encore.",
    whenYouSeeIt:
      "Des centres d’appels et des groupes de recherche dont le serveur met en file sans décrocher. La plupart des files répondent plutôt 200, celles de FreePBX par défaut, car musique et annonces parviennent alors à tous les appelants.",
    howToFix: {
      caller:
        "Attendez autant que vous voulez, et raccrochez pour quitter la file. Comme aucun 200 n’a été envoyé, l’attente n’est en général pas facturée.",
      operator:
        "Réglez les temporisateurs de tous les proxys du chemin au-delà de la plus longue attente, ou décrochez l’appel avant de le mettre en file. Les opérateurs coupent souvent les appels sans réponse au bout de 3 minutes environ.",
      developer:
        "Affichez le libellé de chaque nouveau 182. En tant qu’UAS, répétez chaque minute une réponse provisoire autre que 100, sinon le Timer C d’un proxy met fin à l’appel après 3 minutes.",
    },
    sendIt:
      "Envoyez-le quand vous mettez un appel en file sans décrocher, de nouveau quand sa place change, et au moins chaque minute. Répondez 486 ou 480 quand personne ne viendra, et 200 quand l’appelant doit entendre longtemps des annonces.",
    causes: [
      {
        text: "Un proxy ou un opérateur renonce pendant que l’appel attend dans la file.",
        evidence:
          "Un `CANCEL` arrive de l’amont après une durée ronde comme 180 s, et aucun 182 n’a été envoyé dans les minutes précédentes.",
      },
      {
        text: "Le téléphone de l’appelant ne connaît pas 182 et n’affiche rien.",
        evidence:
          "Le 182 parvient au téléphone et la ligne reste muette, alors que dans un autre appel un 180, ou un 183 avec SDP, produit bien une tonalité.",
      },
    ],
    keywords: ["queued", "file d’attente", "mise en attente", "centre d’appels", "appel en attente"],
  },
  183: {
    gloss: "En progression, souvent avec du son avant le décrochage",
    says: "183 indique que l’appel progresse ; avec un SDP, l’appelant peut entendre le réseau distant avant que quelqu’un réponde.",
    meaning:
      "Un compte rendu pour lequel aucun autre 1xx ne convient. En pratique, il porte un SDP et ouvre le média précoce : la tonalité ou l’annonce vient en RTP du côté distant. Personne n’a décroché et, selon l’usage, rien n’est facturé.",
    whenYouSeeIt:
      "Les appels vers le réseau téléphonique : la passerelle envoie la tonalité du commutateur distant ou « le numéro demandé n’est pas attribué ». Asterisk l’envoie pour `Progress()`, FreeSWITCH pour `pre_answer`, les passerelles Cisco pour les tonalités du côté ISDN.",
    howToFix: {
      caller:
        "Écoutez : une annonce après un 183 en dit souvent plus que le code qui suit. Si vous n’entendez rien du tout, précisez si le son apparaît une fois l’appel décroché.",
      operator:
        "En cas de silence avant le décrochage, vérifiez que le RTP passe le pare-feu vers l’appelant avant le 200, et que le SBC ne bloque pas le média précoce. En cas de double tonalité, envoyez 180 sans SDP.",
      developer:
        "Jouez le média précoce dès que du RTP arrive, et la tonalité locale quand un 180 est venu sans RTP. Appliquez le SDP à son propre tag de `To`. Un 183 sans SDP ne doit pas interrompre une tonalité en cours.",
    },
    sendIt:
      "Envoyez-le avec SDP quand l’appelant doit entendre du son avant le décrochage. Envoyez 180 quand le téléphone ne fait que sonner. Envoyez-le de manière fiable, avec `100rel`, quand l’annonce ne doit pas se perdre.",
    causes: [
      {
        text: "Le média précoce est annoncé, puis bloqué ou envoyé vers une adresse privée.",
        evidence:
          "Le SDP du 183 ou de l’`INVITE` a une ligne comme `c=IN IP4 192.168.1.20`, et aucun RTP n’atteint l’appelant avant le 200.",
      },
      {
        text: "Le côté distant annonce un média précoce et n’en envoie jamais.",
        evidence:
          "Le 183 a un SDP, la capture près de l’émetteur n’en montre aucun RTP, et le téléphone de l’appelant a coupé sa propre tonalité.",
      },
      {
        text: "Plusieurs branches d’une bifurcation envoient du média précoce en même temps.",
        evidence:
          "Deux 183 ou plus avec des tags de `To` différents, et du RTP de deux adresses vers le même port de l’appelant.",
      },
    ],
    keywords: [
      "session progress",
      "early media",
      "média précoce",
      "pas de retour d’appel",
      "silence avant décroché",
      "annonce",
      "pré-décroché",
    ],
  },
  199: {
    gloss: "Un dialogue précoce est terminé",
    says: "199 indique que l’un des téléphones d’un appel bifurqué s’est retiré, tandis que l’appel lui-même continue.",
    meaning:
      "Un dialogue précoce, désigné par le tag de `To`, est terminé. L’en-tête `Reason` porte le code final qui y a mis fin. L’appelant peut libérer aussitôt les médias et la mémoire de cette branche, et continue d’attendre les autres (RFC 6228).",
    whenYouSeeIt:
      "Des appels bifurqués dans les réseaux mobiles (IMS), quand un téléphone rejette l’appel et que le proxy qui bifurque en attend encore un autre. Il n’est envoyé qu’aux appelants qui annoncent `199` dans `Supported`.",
    howToFix: {
      caller:
        "Continuez d’attendre : un autre téléphone peut encore répondre. La sonnerie ou l’annonce peut changer quand une branche disparaît.",
      operator:
        "Lisez le code dans l’en-tête `Reason` pour voir quel téléphone a refusé. Si 199 n’apparaît jamais, regardez si l’`INVITE` exige `100rel` : les proxys n’ont alors pas le droit d’en créer.",
      developer:
        "Abandonnez le dialogue précoce de ce tag de `To`, arrêtez ses médias et n’envoyez pas de `BYE` pour lui. Restez dans l’état Proceeding. Votre logiciel doit fonctionner aussi bien quand tous les 199 se perdent : ce n’est qu’une information.",
    },
    sendIt:
      "Envoyez-le en tant que proxy qui bifurque quand une branche échoue et que vous retenez l’échec, si l’`INVITE` a `Supported: 199` et n’exige pas `100rel`. Un téléphone devrait n’envoyer que sa réponse finale.",
    causes: [
      {
        text: "Un téléphone de la bifurcation a rejeté l’appel et les autres sonnent encore.",
        evidence:
          "Le `Reason` du 199 a une valeur comme `SIP;cause=486`, et d’autres dialogues précoces n’ont pas envoyé de réponse finale.",
      },
      {
        text: "Le 199 arrive avant la réponse provisoire qui ouvre son dialogue précoce, et l’appelant l’ignore.",
        evidence:
          "Le premier message avec ce tag de `To` est le 199, et un 180 ou un 183 avec le même tag arrive après lui.",
      },
    ],
    keywords: [
      "early dialog terminated",
      "dialogue précoce terminé",
      "forking",
      "bifurcation",
      "branche terminée",
      "rfc 6228",
      "ims",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
