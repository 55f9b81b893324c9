import type { CodeTexts } from "../texts.ts";

/** Request failures 480 to 487. */
export const codes480to487 = {
  480: {
    gloss: "Utilisateur connu, indisponible pour le moment",
    says: "480 indique que l’utilisateur est connu mais injoignable pour le moment : non enregistré, ou en mode ne pas déranger.",
    meaning:
      "L’utilisateur existe. Soit un proxy ou un serveur de redirection ne connaît aucun endroit où envoyer l’appel, soit un téléphone a été joint, mais ne peut pas faire parvenir l’appel à son utilisateur. Ce code ne vaut que pour ce serveur ou ce téléphone : l’utilisateur est peut-être disponible ailleurs, et la prochaine tentative peut réussir.",
    whenYouSeeIt:
      "Aucun téléphone de l’utilisateur n’est enregistré, le mode ne pas déranger est actif, ou un client de navigateur fondé sur JsSIP ou SIP.js a rejeté l’appel. Kamailio, dans sa configuration d’origine, répond 404 pour un utilisateur non enregistré, là où la RFC 3261 demande 480.",
    howToFix: {
      caller:
        "Rappelez plus tard, une fois écoulé le délai de `Retry-After` si la réponse le donne, ou laissez un message sur la messagerie vocale.",
      operator:
        "Consultez les liaisons de l’utilisateur dans le serveur d’enregistrement. Si l’une a expiré trop tôt, comparez l’`Expires` accordé avec l’intervalle auquel le téléphone renouvelle, et vérifiez le NAT entre les deux. Envoyez ces appels vers la messagerie.",
      developer:
        "Réessayez plus tard, pas en boucle. Dans un dialogue, un 480 met fin à l’usage qu’il vise, par exemple l’appel, mais non à un abonnement qui partage le dialogue (RFC 5057).",
    },
    sendIt:
      "Envoyez-le pour un utilisateur connu qu’on ne peut faire sonner nulle part, et depuis un téléphone en mode ne pas déranger. Ajoutez `Retry-After` si vous connaissez le délai. Un utilisateur inconnu relève du 404, un téléphone en communication du 486.",
    causes: [
      {
        text: "Aucun téléphone de l’utilisateur n’est enregistré, ou la liaison a expiré.",
        evidence:
          "Le proxy répond en quelques millisecondes, aucun `INVITE` ne part vers un téléphone, et le dernier `REGISTER` est plus ancien que son `Expires`.",
      },
      {
        text: "Le mode ne pas déranger est actif sur le téléphone.",
        evidence: "Le 480 vient aussitôt du téléphone, sans 180. Le libellé le précise souvent.",
      },
      {
        text: "L’utilisateur a rejeté l’appel dans un client qui emploie 480 pour cela.",
        evidence: "Un 180 est arrivé d’abord, et `User-Agent` ou `Server` nomme un client comme JsSIP.",
      },
      {
        text: "Une passerelle ou un PBX a renoncé parce que personne ne répondait.",
        evidence:
          "Le 480 arrive après une durée de sonnerie fixe, souvent de 20 à 60 secondes, et `Reason` porte la cause Q.850 19.",
      },
    ],
    keywords: [
      "temporairement indisponible",
      "temporarily unavailable",
      "non enregistré",
      "ne pas déranger",
      "npd",
      "dnd",
      "hors ligne",
      "directement sur messagerie",
    ],
  },
  481: {
    gloss: "Cet appel ou cette transaction est inconnu ici",
    says: "481 indique que la requête appartient à un appel ou à une transaction que ce téléphone ou ce serveur ne connaît pas, ou plus.",
    meaning:
      "La requête désigne un dialogue ou une transaction, par ses tags et son `Call-ID` ou par son `branch`, que le destinataire ne connaît pas. Dans un dialogue, ce code met fin à l’usage. Pour un `CANCEL`, il dit seulement qu’il n’y a plus rien à annuler, et l’appel lui-même n’est pas touché.",
    whenYouSeeIt:
      "Un `BYE` croise un autre `BYE`, un `CANCEL` vient après la réponse finale, un téléphone a redémarré pendant l’appel, ou un `NOTIFY` arrive pour un abonnement terminé. Un re-`INVITE` qui reçoit 481 met fin à l’appel.",
    howToFix: {
      caller: "Rappelez : l’ancien appel a disparu de l’autre côté. Un nouvel appel commence avec un nouveau dialogue.",
      operator:
        "Suivez le `Call-ID` à travers tous les sauts et voyez qui a répondu 481. Vérifiez que les requêtes d’un même appel atteignent le même nœud d’une grappe, et regardez si un temporisateur de session ou un redémarrage a mis fin à l’appel d’un côté.",
      developer:
        "Mettez fin à l’usage sur un 481 et recommencez avec un nouveau dialogue. Répondez sans alarme à un `BYE` pour un dialogue que vous venez de clore. Comparez le `Call-ID` et les deux tags, et le `branch` pour `CANCEL`.",
    },
    sendIt:
      "Envoyez-le pour une requête dont le tag de `To` ne correspond à aucun dialogue, et pour un `CANCEL` sans transaction correspondante. Ne répondez jamais à un `ACK` : ignorez-le. Un utilisateur que vous ne connaissez pas relève du 404, non du 481.",
    causes: [
      {
        text: "Les deux côtés ont raccroché en même temps, ou l’un avait déjà mis fin à l’appel.",
        evidence:
          "Deux requêtes `BYE` du même `Call-ID` se croisent sur le réseau, et l’une ou les deux reçoivent 481.",
      },
      {
        text: "Une grappe ou un répartiteur de charge a envoyé la requête à un nœud qui ne détient pas l’appel.",
        evidence: "Le 481 vient d’une autre adresse que le 200 de l’`INVITE`, alors que le dialogue est encore vivant.",
      },
      {
        text: "Un côté a perdu ses appels dans un redémarrage ou à l’expiration d’une session.",
        evidence:
          "Le côté qui répond 481 s’était réenregistré peu avant, avec un `Call-ID` neuf, ou avait envoyé un `BYE` resté sans réponse.",
      },
      {
        text: "Un saut a changé un tag ou le `branch`.",
        evidence:
          "Le tag de `To` dans la requête diffère de celui du 200, ou le `CANCEL` a dans `Via` un autre `branch` que l’`INVITE`.",
      },
    ],
    keywords: [
      "call does not exist",
      "appel inexistant",
      "dialogue introuvable",
      "transaction inexistante",
      "call leg",
      "appel fantôme",
      "bye 481",
    ],
  },
  482: {
    gloss: "La requête est revenue en boucle",
    says: "482 indique que la même requête est arrivée une seconde fois : en boucle sur un proxy, ou en double sur un téléphone après une bifurcation.",
    meaning:
      "Un proxy constate qu’il a déjà relayé cette même requête, ou un téléphone reçoit la même requête par deux chemins et ne garde que la première. La RFC 3261 emploie un seul code pour les deux. Le second cas est sans gravité : la première copie de la requête est toujours traitée.",
    whenYouSeeIt:
      "Deux serveurs se renvoient un numéro inconnu, ou deux utilisateurs renvoient leurs appels l’un vers l’autre. Sur un téléphone : une bifurcation a atteint le même appareil par deux liaisons, si bien qu’il sonnerait deux fois.",
    howToFix: {
      caller: "Dites à l’exploitant quel numéro vous avez composé. Une nouvelle tentative retombe dans la même boucle.",
      operator:
        "Passez en revue les en-têtes `Via` de la requête : l’adresse qui y figure deux fois ferme la boucle. Supprimez la règle de renvoi qui ramène en arrière, et retirez les liaisons en double d’un même téléphone.",
      developer:
        "Ne réessayez pas. Dans une bifurcation, attendez les autres branches : le 482 d’une copie en double n’est jamais la réponse de l’appel. Dans un dialogue, il met fin au dialogue et à tous ses usages (RFC 5057).",
    },
    sendIt:
      "En tant que proxy, envoyez-le quand `Via` contient votre propre `branch` avec la même empreinte de boucle : une autre empreinte est une spirale licite. En tant que téléphone, envoyez-le pour la seconde copie d’une requête. Si `Max-Forwards` vaut 0, envoyez 483.",
    causes: [
      {
        text: "Deux serveurs croient chacun que le numéro appartient à l’autre.",
        evidence:
          "La liste des `Via` alterne entre les deux mêmes adresses, et le numéro de la Request-URI reste le même.",
      },
      {
        text: "Les renvois d’appel de deux utilisateurs pointent l’un vers l’autre.",
        evidence:
          "La Request-URI alterne entre deux utilisateurs jusqu’à ce qu’un proxy trouve son propre `branch` dans `Via`.",
      },
      {
        text: "Un téléphone est enregistré deux fois, et une bifurcation l’a atteint par les deux liaisons.",
        evidence:
          "Deux requêtes `INVITE` avec les mêmes `Call-ID`, tag de `From` et `CSeq` atteignent un téléphone. Une seule reçoit 482.",
      },
    ],
    keywords: [
      "loop detected",
      "boucle détectée",
      "boucle de renvoi",
      "boucle de routage",
      "requête dupliquée",
      "double enregistrement",
      "spirale",
    ],
  },
  483: {
    gloss: "Trop de serveurs sur le chemin",
    says: "483 indique qu’un serveur a reçu la requête avec `Max-Forwards: 0` et n’a pas le droit de la transmettre.",
    meaning:
      "Chaque proxy décrémente `Max-Forwards` d’une unité, et la plupart des requêtes partent de 70. Le proxy qui reçoit la requête à 0 l’arrête. Avec 70 au départ, le chemin est presque toujours une boucle que personne n’a repérée, et non un long trajet.",
    whenYouSeeIt:
      "Des serveurs se renvoient la requête en rond, ou un B2BUA ou un téléphone règle `Max-Forwards` si bas qu’un chemin normal est trop long. Un `OPTIONS` envoyé exprès avec une faible valeur révèle le chemin, comme le fait traceroute.",
    howToFix: {
      caller:
        "Signalez le numéro composé et l’heure. Le défaut se trouve dans le routage entre les serveurs, et une nouvelle tentative n’y change rien.",
      operator:
        "Lisez les en-têtes `Via` de bas en haut : les adresses qui se répètent montrent le cercle. Corrigez la route ou l’enregistrement DNS qui ramène en arrière. Relevez une valeur de départ bien inférieure à 70.",
      developer:
        "Envoyez 70 dans `Max-Forwards`. Dans un B2BUA, reprenez la valeur dans le nouvel appel et diminuez-la : un 70 neuf de chaque côté rend la boucle sans fin. Traitez un 483 dans un dialogue comme la fin de celui-ci.",
    },
    sendIt:
      "Envoyez-le quand une requête à relayer porte `Max-Forwards: 0`. La cible elle-même ne l’envoie pas : une requête à 0 pour son propre utilisateur est servie. Un proxy peut répondre lui-même à un `OPTIONS` à 0.",
    causes: [
      {
        text: "Des serveurs font tourner le numéro en rond, et aucun ne vérifie l’absence de boucle.",
        evidence: "La liste des `Via` de la requête a des dizaines d’entrées, et les mêmes adresses s’y répètent.",
      },
      {
        text: "Un téléphone ou un B2BUA part d’une valeur très basse.",
        evidence:
          "Le premier `INVITE` a une valeur comme `Max-Forwards: 5`, et aucune adresse ne se répète dans `Via`.",
      },
      {
        text: "Un enregistrement DNS ou un nom d’hôte ramène un proxy à lui-même.",
        evidence: "La même et unique adresse revient sans cesse dans la liste des `Via`.",
      },
    ],
    keywords: [
      "too many hops",
      "trop de sauts",
      "max-forwards",
      "boucle de routage",
      "limite de sauts",
      "routage circulaire",
    ],
  },
  484: {
    gloss: "Le numéro n’est pas encore complet",
    says: "484 indique que le numéro ou l’adresse composé est trop court pour que le serveur sache où il mène.",
    meaning:
      "La Request-URI est le début d’une adresse valide, et il manque des chiffres. Un téléphone peut ainsi envoyer les chiffres au fil de la numérotation : il répète l’appel avec davantage de chiffres jusqu’à ce que 484 ne vienne plus. Un proxy le préfère parmi les réponses 4xx d’une bifurcation.",
    whenYouSeeIt:
      "Le téléphone a lancé l’appel avant le dernier chiffre, car son plan de numérotation a trouvé une correspondance trop tôt ou son délai entre chiffres a expiré. Asterisk répond ainsi quand d’autres extensions restent possibles et que la numérotation avec recouvrement est active.",
    howToFix: {
      caller:
        "Composez le numéro entier, avec l’indicatif et le préfixe de sortie. Sur un téléphone qui numérote pendant la saisie, entrez le numéro avant de décrocher.",
      operator:
        "Comparez les chiffres de la Request-URI avec le plan de numérotation. Allongez le délai entre chiffres ou le plan du téléphone. Vérifiez les règles qui retirent des chiffres, et réglez la numérotation avec recouvrement de la même façon des deux côtés.",
      developer:
        "En numérotation avec recouvrement, recueillez d’autres chiffres et envoyez un nouvel `INVITE`. Sinon, montrez à l’utilisateur que le numéro est incomplet. Ne répétez pas le même numéro.",
    },
    sendIt:
      "Envoyez-le quand les chiffres reçus commencent un numéro valide, et dites dans le libellé ce qui manque. Un numéro qu’aucun chiffre de plus ne peut compléter relève du 404.",
    causes: [
      {
        text: "Le téléphone a lancé l’appel trop tôt, à cause de son plan de numérotation ou de son délai entre chiffres.",
        evidence:
          "La Request-URI s’arrête quelques chiffres avant le numéro que voulait l’utilisateur, et l’`INVITE` est parti pendant une pause dans la numérotation.",
      },
      {
        text: "Une règle sur le chemin a retiré des chiffres.",
        evidence: "La Request-URI est complète au premier saut et plus courte au saut qui reçoit 484.",
      },
      {
        text: "L’indicatif régional ou national manque pour ce trunk.",
        evidence:
          "Le même numéro avec son préfixe complet passe, et le `Reason` de la passerelle porte la cause Q.850 28.",
      },
    ],
    keywords: [
      "address incomplete",
      "adresse incomplète",
      "numéro incomplet",
      "numérotation avec recouvrement",
      "numéro trop court",
      "coupé pendant la numérotation",
    ],
  },
  485: {
    gloss: "Plusieurs utilisateurs correspondent à cette adresse",
    says: "485 indique que l’adresse correspond à plusieurs utilisateurs et qu’une personne doit choisir.",
    meaning:
      "La Request-URI est ambiguë, comme `sip:lee@example.com` dans une entreprise où trois personnes portent ce nom. La réponse peut énumérer les adresses exactes dans `Contact`. Contrairement aux choix d’un 300, elles appartiennent à des personnes différentes : aucun logiciel n’a donc le droit de les essayer tour à tour.",
    whenYouSeeIt:
      "Un annuaire ou une messagerie permet d’appeler par nom et trouve plusieurs correspondances. C’est rare : la plupart des serveurs répondent 404, et tout serveur doit pouvoir le faire, car une liste de noms peut être privée.",
    howToFix: {
      caller:
        "Choisissez la personne dans la liste qu’affiche votre téléphone, ou composez l’adresse ou le numéro de poste exact.",
      operator:
        "Donnez à chaque utilisateur un alias qui ne désigne que lui. Si les noms sont privés, réglez le serveur pour qu’il réponde 404 ou omette les en-têtes `Contact`.",
      developer:
        "Affichez la liste de `Contact` et laissez l’utilisateur choisir. N’essayez jamais les entrées tour à tour, comme vous le feriez pour un 3xx : ce sont des personnes différentes. Sans liste, demandez une adresse exacte.",
    },
    sendIt:
      "Envoyez-le quand la partie avant le @ désigne plusieurs utilisateurs, avec `Contact` seulement là où les noms peuvent être montrés. Plusieurs téléphones d’un même utilisateur n’en relèvent pas : faites bifurquer l’appel, ou envoyez 300 ou 302.",
    causes: [
      {
        text: "Deux utilisateurs ou plus partagent l’alias ou le nom composé.",
        evidence: "Le 485 énumère plusieurs en-têtes `Contact` avec différents utilisateurs du même domaine.",
      },
      {
        text: "Une recherche dans l’annuaire par un préfixe court trouve plusieurs entrées.",
        evidence:
          "La partie utilisateur de la Request-URI est un nom court ou quelques chiffres, et une adresse plus longue passe.",
      },
    ],
    keywords: [
      "ambiguous",
      "adresse ambiguë",
      "plusieurs utilisateurs",
      "appel par nom",
      "alias en double",
      "homonymes",
    ],
  },
  486: {
    gloss: "Occupé, sur ce téléphone",
    says: "486 indique que ce téléphone-ci est occupé ; d’autres téléphones du même utilisateur peuvent encore répondre.",
    meaning:
      "La requête a atteint un terminal dont l’utilisateur est en communication ou n’en veut pas d’autre maintenant. Ce code ne vaut que pour ce téléphone : un proxy qui bifurque continue de faire sonner les autres et ne remonte le 486 que si rien de mieux n’arrive.",
    whenYouSeeIt:
      "L’appelé est en ligne et le signal d’appel est désactivé, la touche de rejet a été actionnée, ou la dernière ligne libre du téléphone est prise. Beaucoup de téléphones répondent 486 pour un appel rejeté et 480 en mode ne pas déranger.",
    howToFix: {
      caller: "Rappelez plus tard, une fois écoulé le délai de `Retry-After` si la réponse le donne.",
      operator:
        "Vérifiez la limite d’appels de la ligne et l’état du mode ne pas déranger. Proposez la messagerie ou une file d’attente sur 486 au lieu de le transmettre à l’appelant.",
      developer:
        "Ne rappelez pas aussitôt et n’y voyez pas une réponse valable pour tous les téléphones de l’utilisateur. Si votre B2BUA l’obtient à partir d’un autre code, gardez l’original dans un en-tête `Reason`.",
    },
    sendIt:
      "Envoyez-le quand ce téléphone ne peut pas prendre l’appel maintenant mais qu’un autre téléphone de l’utilisateur le pourrait. N’envoyez 600 que si vous savez qu’aucun téléphone de l’utilisateur ne répondra, et 480 quand l’utilisateur est absent et non occupé.",
    causes: [
      {
        text: "Le téléphone est en communication et le signal d’appel est désactivé.",
        evidence: "Le 486 suit l’`INVITE` en moins d’une seconde, et aucun 180 ne l’a précédé.",
      },
      {
        text: "L’appelé a appuyé sur la touche de rejet du téléphone.",
        evidence: "Un 180 est arrivé d’abord, et le 486 quelques secondes plus tard.",
      },
      {
        text: "La limite d’appels du PBX compte un appel terminé depuis longtemps.",
        evidence: "Le 486 vient de l’adresse du PBX, et le téléphone de l’appelé n’a reçu aucun `INVITE`.",
      },
    ],
    keywords: ["occupé", "busy", "busy here", "ligne occupée", "utilisateur occupé", "sonne occupé", "rejet"],
  },
  487: {
    gloss: "L’appel a été annulé avant d’être décroché",
    says: "487 indique que la requête a pris fin sans aboutir parce qu’un `CANCEL` ou un `BYE` l’a arrêtée.",
    meaning:
      "C’est la réponse finale à un `INVITE` que son émetteur a abandonné. Le `CANCEL` lui-même reçoit 200, et l’`INVITE` reçoit 487. Il ne signale aucune panne : quelqu’un ou un temporisateur en amont a mis fin à la tentative, et le 487 confirme que le téléphone ne sonne plus.",
    whenYouSeeIt:
      "L’appelant a raccroché pendant la sonnerie, un délai de sonnerie du PBX a expiré, ou un autre téléphone d’un groupe d’appel a répondu le premier. Dans les relevés d’appels, un 487 désigne un appel abandonné, non un appel refusé.",
    howToFix: {
      caller:
        "Laissez sonner plus longtemps, ou appelez à un autre moment. Si vous n’avez pas raccroché vous-même, un temporisateur de votre téléphone ou de votre fournisseur l’a fait.",
      operator:
        "Trouvez qui a envoyé le premier `CANCEL` et après combien de secondes. Une durée fixe comme 20 ou 30 secondes est un temporisateur : portez-le au-delà de celui de la messagerie. Lisez son en-tête `Reason`.",
      developer:
        "Après votre `CANCEL`, gardez l’appel jusqu’à la réponse finale : un 200 peut le croiser, et vous devez alors envoyer `ACK` et `BYE`. Sur le téléphone appelé, `cause=200` dans `Reason` signifie que l’on a répondu ailleurs : l’appel n’est pas manqué.",
    },
    sendIt:
      "Envoyez-le en réponse à l’`INVITE` en cours quand un `CANCEL` ou un `BYE` correspondant arrive ou que son `Expires` est dépassé. Le `CANCEL` lui-même reçoit 200, jamais 487. Votre propre délai de sonnerie met fin à l’appel par 480.",
    causes: [
      {
        text: "L’appelant a raccroché avant que l’on décroche.",
        evidence:
          "Le premier `CANCEL` vient du téléphone de l’appelant, après un nombre de secondes différent à chaque appel.",
      },
      {
        text: "Un délai de sonnerie a expiré dans un PBX ou un proxy.",
        evidence: "Le premier `CANCEL` vient d’un serveur, après le même nombre de secondes à chaque appel.",
      },
      {
        text: "Un autre téléphone du groupe a répondu.",
        evidence: "Un 200 sur une autre branche précède le `CANCEL`, qui porte souvent `Reason: SIP;cause=200`.",
      },
    ],
    keywords: [
      "request terminated",
      "annulé",
      "appel annulé",
      "l’appelant a raccroché",
      "appel abandonné",
      "appel manqué",
      "originator cancel",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
