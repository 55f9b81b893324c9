import type { CodeTexts } from "../texts.ts";

/** Provisional, successful and redirecting. */
export const codes1xx2xx3xx = {
  100: {
    gloss: "Le serveur suivant a la requête",
    says: "100 indique que le serveur suivant a la requête et s’en occupe ; le téléphone de l’appelé n’en sait peut-être encore rien.",
    meaning:
      "Le saut suivant a reçu la requête et la prend en charge. Ce code empêche l’appelant de renvoyer l’`INVITE` sur UDP, et c’est là tout son effet : un proxy avec état ne transmet jamais un 100, chaque saut envoie donc le sien.",
    whenYouSeeIt:
      "Dans presque chaque appel, quelques millisecondes après l’`INVITE`. Un serveur l’envoie quand il pense avoir besoin de plus de 200 ms pour répondre. Pour les autres méthodes, il est rare et, sur UDP, ne vient jamais tôt.",
    howToFix: {
      caller:
        "Attendez la réponse suivante. Si rien ne suit le 100, la panne se trouve derrière le premier serveur et non dans votre téléphone.",
      operator:
        "Quand des appels s’arrêtent à 100, suivez l’`INVITE` qui sort du serveur qui l’a envoyé : sa résolution DNS, sa route et la réponse du saut suivant. Cherchez une branche restée sans aucune réponse.",
      developer:
        "Arrêtez le Timer A à sa réception et continuez d’attendre. Il ne crée pas de dialogue et ne reçoit pas d’`ACK`. Un `CANCEL` peut partir dès la première réponse provisoire : un 100 suffit donc.",
    },
    sendIt:
      "Envoyez-le à un `INVITE` quand la réponse finale peut prendre plus de 200 ms. Pour les autres méthodes sur UDP, ne l’envoyez qu’une fois que le Timer E du client a atteint T2, comme le dit la RFC 4320.",
    causes: [
      {
        text: "Le saut placé derrière le serveur qui a répondu 100 ne répond pas.",
        evidence:
          "Le serveur envoie plus loin le même `INVITE` à 0 ; 0,5 ; 1,5 et 3,5 s, et l’appelant ne voit que le 100 jusqu’à l’arrivée d’un 408.",
      },
      {
        text: "Le 100 ne retrouve pas le chemin de l’appelant.",
        evidence:
          "L’`INVITE` arrive de nouveau avec le même `branch` alors qu’un 100 a été envoyé. Les valeurs `received` et `rport` du `Via` diffèrent de l’adresse où le 100 est parti.",
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
    says: "180 indique que le téléphone de l’appelé a l’appel et avertit l’utilisateur ; celui de l’appelant peut émettre un retour d’appel.",
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
    says: "181 indique que l’appel part vers une autre destination que celle composée ; l’appelant doit attendre la nouvelle.",
    meaning:
      "Un serveur qui renvoie lui-même l’appel en informe l’appelant. La transaction de l’appelant continue, aucun nouvel `INVITE` n’est attendu de lui. La RFC 3261 laisse le serveur libre de l’envoyer ou non.",
    whenYouSeeIt:
      "Un renvoi d’appel dans un PBX ou sur un serveur d’application : inconditionnel, sur occupation ou sur non-réponse. Souvent, la messagerie vocale répond juste après le 181.",
    howToFix: {
      caller:
        "Attendez. Si vous arrivez là où vous ne vouliez pas, prévenez l’appelé : le renvoi est réglé chez lui et non sur votre téléphone.",
      operator:
        "Cherchez la règle qui renvoie : le téléphone, le PBX et l’opérateur peuvent chacun en avoir une. `History-Info` ou `Diversion` nomme qui a renvoyé et pourquoi.",
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
        "Affichez le libellé de chaque nouveau 182. Comme UAS, répétez chaque minute une réponse provisoire autre que 100, sinon le Timer C d’un proxy met fin à l’appel après 3 minutes.",
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
    gloss: "En progression, souvent avec du son avant la réponse",
    says: "183 indique que l’appel progresse ; avec un SDP, l’appelant peut entendre le réseau distant avant que quelqu’un réponde.",
    meaning:
      "Un compte rendu pour lequel aucun autre 1xx ne convient. En pratique, il porte un SDP et ouvre le média précoce : la tonalité ou l’annonce vient en RTP du côté distant. Personne n’a décroché et, selon l’usage, rien n’est facturé.",
    whenYouSeeIt:
      "Les appels vers le réseau téléphonique : la passerelle envoie la tonalité du commutateur distant ou « le numéro demandé n’est pas attribué ». Asterisk l’envoie pour `Progress()`, FreeSWITCH pour `pre_answer`, les passerelles Cisco pour les tonalités du côté ISDN.",
    howToFix: {
      caller:
        "Écoutez : une annonce après un 183 en dit souvent plus que le code qui suit. Si vous n’entendez rien du tout, précisez si le son apparaît une fois l’appel décroché.",
      operator:
        "En cas de silence avant la réponse, vérifiez que le RTP passe le pare-feu vers l’appelant avant le 200, et que le SBC ne bloque pas le média précoce. En cas de double tonalité, envoyez 180 sans SDP.",
      developer:
        "Jouez le média précoce dès que du RTP arrive, et la tonalité locale quand un 180 est venu sans RTP. Appliquez le SDP à son propre tag de `To`. Un 183 sans SDP ne doit pas interrompre une tonalité en cours.",
    },
    sendIt:
      "Envoyez-le avec SDP quand l’appelant doit entendre du son avant la réponse. Envoyez 180 quand le téléphone ne fait que sonner. Envoyez-le de manière fiable, avec `100rel`, quand l’annonce ne doit pas se perdre.",
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
    says: "199 indique que l’un des téléphones d’un appel bifurqué a mis fin à sa part, tandis que l’appel lui-même continue.",
    meaning:
      "Un dialogue précoce, désigné par le tag de `To`, est terminé. L’en-tête `Reason` porte le code final qui y a mis fin. L’appelant peut libérer aussitôt les médias et la mémoire de cette branche, et continue d’attendre les autres (RFC 6228).",
    whenYouSeeIt:
      "Des appels bifurqués dans les réseaux mobiles (IMS), quand un téléphone rejette l’appel et que le proxy qui bifurque attend encore un autre. Il n’est envoyé qu’aux appelants qui annoncent `199` dans `Supported`.",
    howToFix: {
      caller:
        "Continuez d’attendre : un autre téléphone peut encore répondre. La sonnerie ou l’annonce peut changer quand une branche disparaît.",
      operator:
        "Lisez le code dans l’en-tête `Reason` pour voir quel téléphone a refusé. Si 199 n’apparaît jamais, regardez si l’`INVITE` exige `100rel` : les proxys n’ont alors pas le droit d’en créer.",
      developer:
        "Abandonnez le dialogue précoce de ce tag de `To`, arrêtez ses médias et n’envoyez pas de `BYE` pour lui. Restez dans l’état Proceeding. Fonctionnez aussi bien quand tous les 199 se perdent : ce n’est qu’une information.",
    },
    sendIt:
      "Envoyez-le comme proxy qui bifurque quand une branche échoue et que vous retenez l’échec, si l’`INVITE` a `Supported: 199` et n’exige pas `100rel`. Un téléphone doit envoyer seulement sa réponse finale.",
    causes: [
      {
        text: "Un téléphone de la bifurcation a rejeté l’appel et les autres sonnent encore.",
        evidence:
          "Le `Reason` du 199 a une valeur comme `SIP;cause=486`, et d’autres dialogues précoces n’ont pas envoyé de réponse finale.",
      },
      {
        text: "Le 199 dépasse la réponse provisoire qui ouvre son dialogue précoce, et l’appelant l’écarte.",
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
  200: {
    gloss: "Succès : décroché ou accompli",
    says: "200 indique que la requête a réussi : pour un `INVITE`, l’appel est décroché ; pour les autres méthodes, l’action est faite.",
    meaning:
      "Ce qui a réussi dépend de la méthode dans `CSeq`. Pour un `INVITE`, l’appelé, ou une machine à sa place, a décroché. L’UAC DOIT alors envoyer `ACK`, pour chaque 200 d’une bifurcation, et l’UAS répète son 200 jusqu’à en recevoir un.",
    whenYouSeeIt:
      "Un appel décroché, un `REGISTER` accepté avec ses liaisons dans `Contact`, un `SUBSCRIBE` accepté, une réponse à `OPTIONS`. La messagerie vocale et les annonces répondent 200 comme le fait une personne.",
    howToFix: {
      caller:
        "Quand un appel décroché coupe après 32 secondes ou n’a de son que dans un sens, signalez l’heure exacte et le numéro : le 200 est venu, et ce qui devait le suivre s’est perdu.",
      operator:
        "Cherchez l’`ACK`. S’il manque, vérifiez `Contact` et `Record-Route` du 200 : une adresse privée ou un mauvais port l’y égare. Pour un son dans un seul sens, comparez le SDP avec le RTP.",
      developer:
        "Comme UAC, acquittez chaque 200 à votre `INVITE`, même répété, et envoyez `BYE` aux dialogues que vous ne gardez pas. Comme UAS, répétez-le jusqu’à l’`ACK`, et envoyez `BYE` après 64·T1, soit 32 s.",
    },
    sendIt:
      "Envoyez-le quand la requête a réellement été exécutée : pour un `INVITE`, quand l’utilisateur décroche, car la facturation commence ici. Envoyez 183 pour des annonces avant la réponse. Acceptez `REFER` et `SUBSCRIBE` par 200 et non par 202.",
    causes: [
      {
        text: "L’`ACK` n’atteint jamais l’appelé, car le `Contact` ou la route du 200 est injoignable.",
        evidence:
          "Le même 200 revient après 0,5 ; 1,5 ; 3,5 et 7,5 s, puis un `BYE` de l’appelé après 32 s. Le `Contact` a une adresse comme `10.0.0.5`.",
      },
      {
        text: "Le son ne passe que dans un sens : le SDP d’un côté a une adresse que l’autre ne peut joindre.",
        evidence:
          "L’`ACK` arrive, le RTP circule dans un sens, et la ligne `c=` du côté muet nomme une adresse privée.",
      },
      {
        text: "Une machine a décroché : messagerie, annonce ou passerelle avec une fausse supervision de réponse.",
        evidence:
          "Le 200 vient moins d’une seconde après l’`INVITE`, ou après le même nombre de secondes à chaque appel, souvent sans 180.",
      },
      {
        text: "Deux téléphones d’une bifurcation ont décroché en même temps, et un dialogue n’a pas été clos.",
        evidence:
          "Deux 200 avec des tags de `To` différents, un `ACK` à l’un des deux seulement, et pas de `BYE` pour l’autre.",
      },
    ],
    keywords: [
      "ok",
      "décroché",
      "succès",
      "appel coupé après 30 secondes",
      "coupure 32 secondes",
      "ack manquant",
      "son dans un seul sens",
      "pas de son",
      "retransmission 200",
    ],
  },
  202: {
    gloss: "Pris en charge, issue ouverte",
    says: "202 indique que la requête est prise en charge et que son issue reste ouverte ; seuls les relais de messages devraient encore l’envoyer.",
    meaning:
      "Le serveur a accepté la requête sans garantir son résultat. La RFC 6665 et la RFC 7647 interdisent d’envoyer 202 à `SUBSCRIBE`, `NOTIFY` et `REFER`, et qui le reçoit DOIT le traiter comme 200. Pour `MESSAGE`, il signifie : pris par un relais, remise non garantie.",
    whenYouSeeIt:
      "Dans un transfert d’appel : Asterisk et FreeSWITCH répondent encore 202 à un `REFER`. Il vient du téléphone prié d’appeler, et non de la cible du transfert. Aussi d’un serveur qui garde un `MESSAGE` pour plus tard.",
    howToFix: {
      caller:
        "Ne prenez pas un 202 pour un transfert achevé : attendez d’apprendre que le nouvel appel a été décroché. Si rien ne vient, reprenez l’appel et réessayez.",
      operator:
        "Cherchez le `NOTIFY` qui suit le 202. Si aucun n’arrive, vérifiez que les requêtes du dialogue venant de l’autre côté passent le NAT et le SBC. Un 4xx à 6xx final dans son corps est le vrai résultat.",
      developer:
        "Traitez-le comme 200. Pour `REFER`, attendez le `NOTIFY` avec une ligne d’état finale et fixez votre propre limite, par exemple 32 s (Timer N) pour le premier. Pour `MESSAGE`, présentez le texte comme envoyé, non comme remis.",
    },
    sendIt:
      "Ne l’envoyez que si vous relayez un `MESSAGE` sans pouvoir en garantir la remise. Acceptez `REFER` et `SUBSCRIBE` par 200 et rendez compte du résultat dans `NOTIFY`. Refusez par 603 ou 403 ce que vous ne ferez pas.",
    causes: [
      {
        text: "Le `NOTIFY` qui porte le résultat d’un transfert n’arrive jamais.",
        evidence:
          "Après le 202, aucun `NOTIFY` dans les 32 s, ou l’autre côté répète un `NOTIFY` vers une adresse que votre pare-feu écarte.",
      },
      {
        text: "Le transfert a été accepté, puis le nouvel appel a échoué.",
        evidence:
          "Un `NOTIFY` dont le corps est une ligne comme `SIP/2.0 486 Busy Here`, avec `Subscription-State: terminated`.",
      },
      {
        text: "Un message stocké attend un destinataire hors ligne.",
        evidence:
          "Le 202 répond à un `MESSAGE`, et aucun `MESSAGE` ne quitte le relais tant que le destinataire n’envoie pas son prochain `REGISTER`.",
      },
    ],
    keywords: [
      "accepted",
      "accepté",
      "refer accepté",
      "transfert bloqué",
      "pas de notify",
      "transfert sans effet",
      "message en attente",
      "obsolète",
    ],
  },
  204: {
    gloss: "Rien de nouveau à signaler",
    says: "204 indique qu’un `SUBSCRIBE` a réussi et qu’aucun `NOTIFY` ne suivra, car l’abonné a déjà le dernier état.",
    meaning:
      "L’étiquette d’entité de `Suppress-If-Match` correspond à l’état actuel, et le notificateur retient donc le `NOTIFY` qu’il devrait envoyer (RFC 5839). L’état de l’événement et celui de l’abonnement restent inchangés, et `Expires` donne la nouvelle durée.",
    whenYouSeeIt:
      "Le rafraîchissement, dans son propre dialogue, d’un abonnement à la présence ou aux messages en attente, par un client qui économise le trafic. Avec `Expires: 0`, il met fin à l’abonnement. Peu de produits le connaissent.",
    howToFix: {
      caller:
        "Si la présence paraît périmée alors que les rafraîchissements réussissent, abonnez-vous à neuf : déconnectez-vous puis reconnectez-vous, pour que l’état complet soit envoyé.",
      operator:
        "Vérifiez que chaque B2BUA entre les deux connaît la RFC 5839 : celui qui attend un `NOTIFY` après chaque `SUBSCRIBE` peut mettre fin à l’abonnement ou signaler une erreur.",
      developer:
        "Gardez l’état que vous avez, reprenez l’échéance d’`Expires` et arrêtez le Timer N : aucun `NOTIFY` n’est dû. En cas de doute, rafraîchissez sans `Suppress-If-Match` pour tout recevoir.",
    },
    sendIt:
      "Ne l’envoyez qu’à un `SUBSCRIBE` dans son dialogue dont la condition `Suppress-If-Match` est remplie. Envoyez 200 et un `NOTIFY` dans tous les autres cas, et un `NOTIFY` sans corps quand le `SUBSCRIBE` ouvre le dialogue.",
    causes: [
      {
        text: "L’abonné a perdu sa copie de l’état et envoie encore l’ancienne étiquette d’entité.",
        evidence:
          "Chaque rafraîchissement a le même `Suppress-If-Match` et reçoit 204, alors que l’interface n’affiche aucun état ou un état ancien.",
      },
      {
        text: "Un B2BUA attend un `NOTIFY` que le notificateur retient.",
        evidence:
          "Le 204 quitte le notificateur et, environ 32 s plus tard, le B2BUA met fin à l’abonnement alors qu’il lui restait du temps.",
      },
    ],
    keywords: [
      "no notification",
      "pas de notification",
      "suppress-if-match",
      "notification conditionnelle",
      "présence périmée",
      "rafraîchissement subscribe",
    ],
  },
  300: {
    gloss: "Plusieurs adresses au choix",
    says: "300 indique que l’appelé est joignable à plusieurs adresses et que l’appelant ou son téléphone doit en choisir une.",
    meaning:
      "L’adresse mène à plus d’un emplacement, et le serveur ne veut pas les essayer lui-même. Les choix se trouvent dans `Contact`. La manière dont un téléphone choisit n’est pas normalisée : les valeurs `q` servent de guide habituel.",
    whenYouSeeIt:
      "Des serveurs de redirection pour le routage de numéros et le routage au moindre coût, qui renvoient plusieurs opérateurs en une réponse. Entre téléphones et personnes, c’est rare, car presque tous les serveurs bifurquent l’appel eux-mêmes.",
    howToFix: {
      caller:
        "Choisissez une des adresses quand votre téléphone les propose. Si l’appel s’arrête là, composez-en une vous-même ou prévenez votre fournisseur.",
      operator:
        "Activez le suivi des redirections dans le SBC ou le PBX qui le reçoit, dans l’ordre de `q`. Si les téléphones en sont incapables, faites essayer les adresses par un proxy à leur place.",
      developer:
        "Essayez les valeurs de `Contact` par `q` décroissant, chaque URI une fois, avec un nouveau `branch` à chaque essai. Demandez à l’utilisateur avant une adresse hors de votre domaine. Bornez le nombre d’essais.",
    },
    sendIt:
      "Envoyez-le quand il y a plusieurs adresses et que le choix revient à l’appelant. Envoyez 302 avec des valeurs `q` ordonnées quand l’appelant doit les essayer de lui-même, ou bifurquez comme proxy quand ce sont des téléphones qui appellent.",
    causes: [
      {
        text: "Un serveur de routage renvoie des opérateurs, et le PBX ne suit pas les redirections.",
        evidence: "Le 300 a deux valeurs de `Contact` ou plus, reçoit son `ACK`, et aucun nouvel `INVITE` ne suit.",
      },
      {
        text: "Toutes les adresses proposées ont été essayées et ont échoué.",
        evidence:
          "De nouveaux `INVITE` vers chaque `Contact` suivent le 300, et chacun d’eux se termine par une réponse au-dessus de 399.",
      },
    ],
    keywords: [
      "multiple choices",
      "choix multiples",
      "redirection",
      "plusieurs contacts",
      "moindre coût",
      "lcr",
      "serveur de redirection",
    ],
  },
  301: {
    gloss: "Parti pour de bon, nouvelle adresse jointe",
    says: "301 indique que l’appelé a quitté cette adresse pour de bon et nomme la nouvelle, à utiliser désormais.",
    meaning:
      "L’utilisateur ne se trouve plus à la Request-URI. L’appelant devrait réessayer à l’adresse du `Contact`, et aussi remplacer l’ancienne adresse dans les carnets et les caches. Aucune fin de validité n’est nécessaire.",
    whenYouSeeIt:
      "Après le portage d’un numéro, le changement de nom d’un domaine ou le passage d’un utilisateur à un autre serveur. Certains opérateurs envoient 301 depuis une base de routage pour chaque numéro porté, appel après appel.",
    howToFix: {
      caller:
        "Enregistrez la nouvelle adresse dans vos contacts. Si le téléphone n’a pas suivi de lui-même, composez l’adresse indiquée dans `Contact`.",
      operator:
        "Pointez vos routes, numéros abrégés et provisionnement vers la nouvelle adresse, pour que les appels n’aient plus besoin de ce détour. Vérifiez que la cible de la redirection est digne de confiance et que vous acceptez de la payer.",
      developer:
        "Réessayez avec `Contact` comme Request-URI, chaque URI une fois, et gardez la correspondance. Ne quittez pas SIPS pour SIP sans le dire à l’utilisateur. N’acceptez un changement durable que d’un serveur que vous avez authentifié.",
    },
    sendIt:
      "Envoyez-le quand l’ancienne adresse ne reviendra pas et que vous connaissez la nouvelle. Envoyez 302 quand le déplacement peut prendre fin, 410 quand l’adresse a disparu et que la nouvelle ne doit pas être révélée.",
    causes: [
      {
        text: "La nouvelle adresse est apprise, puis redirige vers l’ancienne.",
        evidence:
          "Un 301 de chaque adresse, dont le `Contact` nomme l’autre ; un appelant correct n’essaie aucune URI une seconde fois.",
      },
      {
        text: "Un 301 a été envoyé pour un déplacement seulement temporaire, et les appelants gardent l’adresse en cache.",
        evidence:
          "Les nouveaux appels vont droit à la cible de la redirection, et aucun `INVITE` n’atteint plus l’ancienne adresse.",
      },
    ],
    keywords: [
      "moved permanently",
      "redirection permanente",
      "numéro porté",
      "portabilité",
      "nouvelle adresse",
      "utilisateur déplacé",
    ],
  },
  302: {
    gloss: "Ailleurs pour le moment, adresse jointe",
    says: "302 indique que l’appelé est ailleurs pour le moment et que l’appelant devrait réessayer aux adresses de `Contact`.",
    meaning:
      "La requête doit être retentée vers chaque `Contact`. Avec un en-tête `Expires` ou un paramètre `expires`, l’adresse peut être gardée pendant cette durée. Sans cela, elle ne vaut que pour cette requête et NE DOIT PAS être mise en cache.",
    whenYouSeeIt:
      "Un renvoi d’appel réglé sur le téléphone lui-même, chez Yealink et Snom entre autres. Les serveurs de redirection et les bases de routage l’envoient à chaque appel, et les répartiteurs de charge pour distribuer le trafic.",
    howToFix: {
      caller:
        "Composez l’adresse renvoyée si votre téléphone ne l’a pas suivie. Si les appels arrivent toujours au mauvais endroit, demandez à l’appelé de regarder le renvoi sur son téléphone.",
      operator:
        "Par défaut, Asterisk ne compose que la partie utilisateur du `Contact` dans son propre plan de numérotation : `redirect_method` change cela. N’autorisez les redirections que vers des cibles connues : une cible libre invite à la fraude téléphonique.",
      developer:
        "Essayez les valeurs de `Contact` par `q` décroissant, chaque URI une fois. Ne mettez en cache qu’avec `Expires`, et si l’URI du cache échoue, essayez une fois l’originale. Un proxy qui suit lui-même la redirection retire le `Contact` qu’il essaie.",
    },
    sendIt:
      "Envoyez-le quand l’appelé est joignable un temps à une autre adresse et que l’appelant doit la composer. Envoyez 301 quand le déplacement est définitif, 486 ou 480 quand il n’y a pas d’autre adresse. Relayez comme proxy pour masquer la cible.",
    causes: [
      {
        text: "Un renvoi est réglé sur le téléphone, et le PBX ne le suit pas ou le compose au mauvais endroit.",
        evidence:
          "Le téléphone répond 302 aussitôt, et le PBX n’envoie pas de nouvel `INVITE`, ou en envoie un avec la partie utilisateur du `Contact` et son propre domaine.",
      },
      {
        text: "Deux adresses redirigent l’une vers l’autre.",
        evidence:
          "Un 302 de chaque côté nomme l’autre dans `Contact`. Un appelant correct essaie chaque URI une fois, d’autres envoient `INVITE` sur `INVITE`.",
      },
      {
        text: "La cible de la redirection est injoignable depuis le réseau de l’appelant.",
        evidence:
          "Le `Contact` a une adresse privée ou un nom d’hôte privé, et le nouvel `INVITE` est répété sans aucune réponse jusqu’à un 408.",
      },
      {
        text: "Un attaquant a changé le renvoi d’un téléphone vers un numéro coûteux.",
        evidence:
          "Le `Contact` est un numéro étranger ou surtaxé, les appels viennent la nuit par rafales, et personne dans la maison n’a posé la règle.",
      },
    ],
    keywords: [
      "moved temporarily",
      "redirection",
      "renvoi d’appel",
      "renvoi inconditionnel",
      "en-tête contact",
      "boucle de redirection",
      "fraude téléphonique",
    ],
  },
  305: {
    gloss: "Seulement par le proxy indiqué",
    says: "305 indique que l’appelé n’accepte cette requête que par le proxy nommé dans l’en-tête `Contact`.",
    meaning:
      "Le terminal a été joint, mais veut que la requête passe par un certain proxy. Le `Contact` est l’URI de ce proxy, et non celle de l’utilisateur. Seul un UAS peut envoyer 305, et il ne vaut que pour cette requête.",
    whenYouSeeIt:
      "Presque jamais en pratique. Un téléphone ou une passerelle qui n’accepte d’appels que de son propre proxy peut l’envoyer à qui compose directement son adresse IP. La plupart répondent 403 ou rien.",
    howToFix: {
      caller: "Composez l’adresse publique de l’appelé, comme `sip:bob@example.com`, et non l’adresse de l’appareil.",
      operator:
        "Placez le proxy dans la route : un proxy sortant ou un enregistrement DNS SRV y mène les appelants d’emblée. Cherchez comment l’adresse directe de l’appareil s’est fait connaître.",
      developer:
        "Répétez cette seule requête vers le proxy de `Contact`, avec la même Request-URI, et ne mettez rien en cache. Demandez d’abord à l’utilisateur, ou consultez une liste de proxys de confiance : tout passerait par lui.",
    },
    sendIt:
      "Envoyez-le comme UAS quand vous n’acceptez de requêtes que par un proxy que vous pouvez nommer. Comme proxy ou serveur de redirection, envoyez plutôt 302. Envoyez 403 si vous ne voulez pas que l’appelant trouve le chemin.",
    causes: [
      {
        text: "L’appelant a utilisé l’adresse de l’appareil et non celle de l’utilisateur.",
        evidence:
          "La Request-URI de l’`INVITE` a une adresse IP, et aucun `Record-Route` du proxy de l’appelé ne figure dans la requête.",
      },
      {
        text: "L’appelant prend le proxy de `Contact` pour la nouvelle adresse de l’utilisateur.",
        evidence: "L’`INVITE` suivant a pour Request-URI l’URI du proxy lui-même, et le proxy répond 404.",
      },
    ],
    keywords: ["use proxy", "proxy sortant", "appel direct ip", "proxy requis", "redirection", "outbound proxy"],
  },
  380: {
    gloss: "Pas ainsi, d’autres services existent",
    says: "380 indique que l’appel a échoué sous cette forme et que le corps de la réponse décrit un autre service à utiliser.",
    meaning:
      "L’appel n’a pas abouti, mais autre chose est possible. La RFC 3261 n’a jamais défini de format pour le corps, si bien qu’aucune machine ne peut le suivre en général. Le 3GPP comble ce vide dans un seul cas : les appels d’urgence.",
    whenYouSeeIt:
      "Dans les réseaux mobiles : le P-CSCF répond 380 à un numéro d’urgence qui n’a pas été composé comme tel, avec `Content-Type: application/3gpp-ims+xml`. Le téléphone appelle alors par le réseau à commutation de circuits, ou de nouveau.",
    howToFix: {
      caller:
        "Lisez ce que le téléphone propose et choisissez. En cas d’urgence, composez de nouveau le numéro d’urgence local, depuis tout autre téléphone si celui-ci ne réagit pas.",
      operator:
        "Vérifiez que les téléphones ont la bonne liste de numéros d’urgence et marquent ces appels avec `urn:service:sos`, pour que le premier `INVITE` soit déjà le bon.",
      developer:
        "N’analysez le corps que si vous connaissez son type. Sinon, mettez fin à l’appel et montrez le libellé à l’utilisateur. Ne rappelez jamais de vous-même, sauf comme le demande 3GPP TS 24.229 pour les appels d’urgence.",
    },
    sendIt:
      "Ne l’envoyez que là où les deux côtés partagent un format pour le corps, comme dans les réseaux 3GPP. Envoyez 302 avec un `Contact` si vous proposez une autre adresse, et 488 ou 606 si les médias ne conviennent pas.",
    causes: [
      {
        text: "Le téléphone a composé un numéro d’urgence comme un appel ordinaire.",
        evidence:
          "La Request-URI est un numéro comme 112 sans `urn:service:sos`, et le corps du 380 a le type d’une urgence.",
      },
      {
        text: "Le logiciel de l’appelant ne comprend pas le corps et abandonne l’appel.",
        evidence:
          "Le 380 reçoit son `ACK`, aucun autre `INVITE` ne suit, et l’utilisateur ne voit qu’un échec sans détail.",
      },
    ],
    keywords: ["alternative service", "service alternatif", "appel d’urgence", "ims", "volte urgence", "3gpp", "csfb"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
