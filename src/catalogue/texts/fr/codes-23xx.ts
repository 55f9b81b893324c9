import type { CodeTexts } from "../texts.ts";

/** Successful and redirecting. */
export const codes2xx3xx = {
  200: {
    gloss: "Succès : décroché ou accompli",
    says: "200 indique que la requête a réussi : pour un `INVITE`, l’appel est décroché ; pour les autres méthodes, l’action est effectuée.",
    meaning:
      "Ce qui a réussi dépend de la méthode dans `CSeq`. Pour un `INVITE`, l’appelé, ou une machine à sa place, a décroché. L’UAC doit (MUST) alors envoyer `ACK`, pour chaque 200 d’une bifurcation, et l’UAS répète son 200 jusqu’à recevoir cet acquittement.",
    whenYouSeeIt:
      "Un appel décroché, un `REGISTER` accepté avec ses liaisons dans `Contact`, un `SUBSCRIBE` accepté, une réponse à `OPTIONS`. La messagerie vocale et les annonces répondent 200 comme le fait une personne.",
    howToFix: {
      caller:
        "Quand un appel décroché se coupe après 32 secondes ou n’a de son que dans un sens, signalez l’heure exacte et le numéro : le 200 est venu, et ce qui devait le suivre s’est perdu.",
      operator:
        "Cherchez l’`ACK`. S’il manque, vérifiez `Contact` et `Record-Route` du 200 : une adresse privée ou un mauvais port l’égare. Pour un son dans un seul sens, comparez le SDP avec le RTP.",
      developer:
        "En tant qu’UAC, acquittez chaque 200 à votre `INVITE`, même répété, et envoyez `BYE` aux dialogues que vous ne gardez pas. En tant qu’UAS, répétez-le jusqu’à l’`ACK`, et envoyez `BYE` après 64·T1, soit 32 s.",
    },
    sendIt:
      "Envoyez-le quand la requête a réellement été exécutée : pour un `INVITE`, quand l’utilisateur décroche, car la facturation commence ici. Envoyez 183 pour des annonces avant le décrochage. Acceptez `REFER` et `SUBSCRIBE` par 200 et non par 202.",
    causes: [
      {
        text: "L’`ACK` n’atteint jamais l’appelé, car le `Contact` ou la route du 200 est injoignable.",
        evidence:
          "Le même 200 revient après 0,5 ; 1,5 ; 3,5 et 7,5 s, puis un `BYE` de l’appelé après 32 s. Le `Contact` a une adresse comme `10.0.0.5`.",
      },
      {
        text: "Le son ne passe que dans un sens : le SDP d’un côté a une adresse que l’autre ne peut joindre.",
        evidence:
          "L’`ACK` arrive, le RTP circule dans un sens, et la ligne `c=` du côté qui n’entend rien nomme une adresse privée.",
      },
      {
        text: "Une machine a décroché : messagerie, annonce ou passerelle avec une fausse supervision de réponse.",
        evidence:
          "Le 200 arrive moins d’une seconde après l’`INVITE`, ou après le même nombre de secondes à chaque appel, souvent sans 180.",
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
      "Le serveur a accepté la requête sans garantir son résultat. La RFC 6665 et la RFC 7647 interdisent de répondre 202 à `SUBSCRIBE`, `NOTIFY` et `REFER`, et celui qui le reçoit doit (MUST) le traiter comme 200. Pour `MESSAGE`, il signifie : pris en charge par un relais, remise non garantie.",
    whenYouSeeIt:
      "Dans un transfert d’appel : Asterisk et FreeSWITCH répondent encore 202 à un `REFER`. Il vient du téléphone à qui l’on a demandé d’appeler, et non de la cible du transfert. Il vient aussi d’un serveur qui garde un `MESSAGE` pour plus tard.",
    howToFix: {
      caller:
        "Ne prenez pas un 202 pour un transfert achevé : attendez d’apprendre que le nouvel appel a été décroché. Si rien ne vient, reprenez l’appel et réessayez.",
      operator:
        "Cherchez le `NOTIFY` qui suit le 202. Si aucun n’arrive, vérifiez que les requêtes du dialogue venant de l’autre côté traversent le NAT et le SBC. Un 4xx à 6xx final dans son corps est le vrai résultat.",
      developer:
        "Traitez-le comme 200. Pour `REFER`, attendez le `NOTIFY` avec une ligne d’état finale et fixez votre propre limite, par exemple 32 s (Timer N) pour le premier. Pour `MESSAGE`, présentez le texte comme envoyé, non comme remis.",
    },
    sendIt:
      "Ne l’envoyez que si vous relayez un `MESSAGE` sans pouvoir en garantir la remise. Acceptez `REFER` et `SUBSCRIBE` par 200 et rendez compte du résultat dans `NOTIFY`. Refusez par 603 ou 403 ce que vous ne ferez pas.",
    causes: [
      {
        text: "Le `NOTIFY` qui porte le résultat d’un transfert n’arrive jamais.",
        evidence:
          "Après le 202, aucun `NOTIFY` dans les 32 s, ou l’autre côté répète un `NOTIFY` vers une adresse que votre pare-feu bloque.",
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
        "Si la présence paraît périmée alors que les rafraîchissements réussissent, abonnez-vous de nouveau : déconnectez-vous puis reconnectez-vous, pour que l’état complet soit envoyé.",
      operator:
        "Vérifiez que chaque B2BUA entre les deux connaît la RFC 5839 : celui qui attend un `NOTIFY` après chaque `SUBSCRIBE` peut mettre fin à l’abonnement ou signaler une erreur.",
      developer:
        "Gardez l’état que vous avez, reprenez l’échéance d’`Expires` et arrêtez le Timer N : aucun `NOTIFY` n’est dû. En cas de doute, rafraîchissez sans `Suppress-If-Match` pour tout recevoir.",
    },
    sendIt:
      "Ne l’envoyez qu’en réponse à un `SUBSCRIBE` dans son dialogue dont la condition `Suppress-If-Match` est remplie. Envoyez 200 et un `NOTIFY` dans tous les autres cas, et un `NOTIFY` sans corps quand le `SUBSCRIBE` ouvre le dialogue.",
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
      "Des serveurs de redirection pour le routage de numéros et le routage au moindre coût, qui renvoient plusieurs opérateurs en une réponse. Les téléphones ordinaires le rencontrent rarement, car presque tous les serveurs font bifurquer l’appel eux-mêmes.",
    howToFix: {
      caller:
        "Choisissez une des adresses quand votre téléphone les propose. Si l’appel s’arrête là, composez-en une vous-même ou prévenez votre fournisseur.",
      operator:
        "Activez le suivi des redirections dans le SBC ou le PBX qui le reçoit, dans l’ordre de `q`. Si les téléphones en sont incapables, faites essayer les adresses par un proxy à leur place.",
      developer:
        "Essayez les valeurs de `Contact` par `q` décroissant, chaque URI une fois, avec un nouveau `branch` à chaque essai. Demandez à l’utilisateur avant une adresse hors de votre domaine. Bornez le nombre d’essais.",
    },
    sendIt:
      "Envoyez-le quand il y a plusieurs adresses et que le choix revient à l’appelant. Envoyez 302 avec des valeurs `q` ordonnées quand l’appelant doit les essayer de lui-même, ou bifurquez en tant que proxy quand ce sont des téléphones qui appellent.",
    causes: [
      {
        text: "Un serveur de routage renvoie des opérateurs, et le PBX ne suit pas les redirections.",
        evidence: "Le 300 a deux valeurs de `Contact` ou plus, reçoit son `ACK`, et aucun nouvel `INVITE` ne suit.",
      },
      {
        text: "Toutes les adresses proposées ont été essayées et ont échoué.",
        evidence:
          "De nouveaux `INVITE` vers chaque `Contact` suivent le 300, et chacun d’eux se termine par une réponse supérieure à 399.",
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
    gloss: "Parti définitivement, nouvelle adresse jointe",
    says: "301 indique que l’appelé a quitté définitivement cette adresse et nomme la nouvelle, à utiliser désormais.",
    meaning:
      "L’utilisateur ne se trouve plus à la Request-URI. L’appelant devrait réessayer à l’adresse du `Contact`, et aussi remplacer l’ancienne adresse dans les carnets et les caches. Aucune fin de validité n’est nécessaire.",
    whenYouSeeIt:
      "Après le portage d’un numéro, le changement de nom d’un domaine ou le passage d’un utilisateur à un autre serveur. Certains opérateurs envoient 301 depuis une base de routage pour chaque numéro porté, appel après appel.",
    howToFix: {
      caller:
        "Enregistrez la nouvelle adresse dans vos contacts. Si le téléphone n’a pas suivi de lui-même, composez l’adresse indiquée dans `Contact`.",
      operator:
        "Faites pointer vos routes, numéros abrégés et provisionnement vers la nouvelle adresse, pour que les appels n’aient plus besoin de ce détour. Vérifiez que la cible de la redirection est digne de confiance et que vous acceptez d’en payer le coût.",
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
      "La requête doit être retentée vers chaque `Contact`. Avec un en-tête `Expires` ou un paramètre `expires`, l’adresse peut être gardée pendant cette durée. Sans cela, elle ne vaut que pour cette requête et ne doit pas (MUST NOT) être mise en cache.",
    whenYouSeeIt:
      "Un renvoi d’appel réglé sur le téléphone lui-même, Yealink et Snom entre autres. Les serveurs de redirection et les bases de routage l’envoient à chaque appel, et les répartiteurs de charge pour distribuer le trafic.",
    howToFix: {
      caller:
        "Composez l’adresse renvoyée si votre téléphone ne l’a pas suivie. Si les appels arrivent toujours au mauvais endroit, demandez à l’appelé de regarder le renvoi sur son téléphone.",
      operator:
        "Par défaut, Asterisk ne compose que la partie utilisateur du `Contact` dans son propre plan de numérotation : `redirect_method` change cela. N’autorisez les redirections que vers des cibles connues : une cible libre ouvre la porte à la fraude téléphonique.",
      developer:
        "Essayez les valeurs de `Contact` par `q` décroissant, chaque URI une fois. Ne mettez en cache qu’avec `Expires`, et si l’URI du cache échoue, essayez une fois l’originale. Un proxy qui suit lui-même la redirection retire le `Contact` qu’il essaie.",
    },
    sendIt:
      "Envoyez-le quand l’appelé est joignable un temps à une autre adresse et que l’appelant doit la composer. Envoyez 301 quand le déplacement est définitif, 486 ou 480 quand il n’y a pas d’autre adresse. Relayez en tant que proxy pour masquer la cible.",
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
          "Le `Contact` est un numéro étranger ou surtaxé, les appels viennent la nuit par rafales, et personne dans l’entreprise n’a créé la règle.",
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
      "Envoyez-le en tant qu’UAS quand vous n’acceptez de requêtes que par un proxy que vous pouvez nommer. En tant que proxy ou serveur de redirection, envoyez plutôt 302. Envoyez 403 si vous ne voulez pas que l’appelant trouve le chemin.",
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
      "Dans les réseaux mobiles : le P-CSCF répond 380 à un numéro d’urgence qui n’a pas été composé comme tel, avec `Content-Type: application/3gpp-ims+xml`. Le téléphone appelle alors par le réseau à commutation de circuits, ou relance l’appel.",
    howToFix: {
      caller:
        "Lisez ce que le téléphone propose et choisissez. En cas d’urgence, composez de nouveau le numéro d’urgence local, depuis tout autre téléphone si celui-ci ne réagit pas.",
      operator:
        "Vérifiez que les téléphones ont la bonne liste de numéros d’urgence et marquent ces appels avec `urn:service:sos`, pour que le premier `INVITE` soit déjà le bon.",
      developer:
        "N’analysez le corps que si vous connaissez son type. Sinon, mettez fin à l’appel et montrez le libellé à l’utilisateur. Ne recomposez jamais automatiquement, sauf comme le demande 3GPP TS 24.229 pour les appels d’urgence.",
    },
    sendIt:
      "Ne l’envoyez que là où les deux côtés partagent un format pour le corps, comme dans les réseaux 3GPP. Envoyez 302 avec un `Contact` si vous proposez une autre adresse, et 488 ou 606 si les médias ne conviennent pas.",
    causes: [
      {
        text: "Le téléphone a composé un numéro d’urgence comme un appel ordinaire.",
        evidence:
          "La Request-URI est un numéro comme 112 sans `urn:service:sos`, et le corps du 380 a pour type « emergency ».",
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
