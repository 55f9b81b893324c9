import type { CodeTexts } from "../texts.ts";

/** Request failures 420 to 425. */
export const codes42x = {
  420: {
    gloss: "Extension exigée, non prise en charge",
    says: "420 indique que la requête exige une extension que ce serveur ne prend pas en charge, et nomme cette extension.",
    meaning:
      "Une étiquette d’option dans `Require` ou, pour un proxy, dans `Proxy-Require`, est inconnue ou désactivée sur le serveur qui a répondu. `Unsupported` doit (MUST) l’énumérer. Le client devrait renvoyer la requête sans cette extension.",
    whenYouSeeIt:
      "`Require: 100rel` vers un téléphone dont `PRACK` est désactivé, ce que fait Asterisk avec `100rel=no`. `Require: timer`, `replaces` ou `sec-agree` vers des appareils qui ne les ont jamais eus.",
    howToFix: {
      caller:
        "Le numéro composé n’est pas en cause. Dites à l’administrateur de quel téléphone ou trunk il s’agit et ce qui a été mis à jour en dernier.",
      operator:
        "Lisez `Unsupported` dans le 420, et passez cette fonction, du côté appelant, de « requise » à « prise en charge ». Ou activez-la du côté qui répond : `PRACK` est la plus fréquente.",
      developer:
        "Renvoyez sans ce qu’énumère `Unsupported`, dans une nouvelle transaction avec un `CSeq` plus élevé. Ne mettez dans `Require` que ce dont l’appel ne peut se passer, et le reste dans `Supported`.",
    },
    sendIt:
      "Envoyez-le quand `Require` a une étiquette d’option que vous ne prenez pas en charge, avec toutes ces étiquettes dans `Unsupported`. Un proxy ne regarde que `Proxy-Require`. Ne l’envoyez jamais en réponse à `ACK` ou à `CANCEL`. Envoyez 421 quand c’est vous qui exigez une extension.",
    causes: [
      {
        text: "L’appelant exige `PRACK`, et le côté qui répond l’a désactivé.",
        evidence: "`Require: 100rel` dans l’`INVITE` et `Unsupported: 100rel` dans le 420.",
      },
      {
        text: "L’appelant exige une extension de son propre réseau.",
        evidence:
          "`Unsupported` a une étiquette comme `sec-agree` ou `precondition`, et l’appel passe d’un réseau mobile à une entreprise.",
      },
      {
        text: "Un proxy du chemin ne connaît pas ce que demande `Proxy-Require`.",
        evidence:
          "Le 420 vient d’un proxy et non du téléphone, et son `Unsupported` répète une étiquette de `Proxy-Require`.",
      },
    ],
    keywords: [
      "bad extension",
      "extension non prise en charge",
      "unsupported",
      "100rel",
      "prack",
      "en-tête require",
      "option tag",
    ],
  },
  421: {
    gloss: "Il manque une extension dans la requête",
    says: "421 indique que le serveur exige une extension que la requête n’annonce pas comme prise en charge.",
    meaning:
      "Le serveur ne peut ou ne veut pas traiter la requête sans une extension, qu’il nomme dans `Require`. La RFC 3261 le déconseille, car cela exclut les téléphones SIP ordinaires. La RFC 3329 l’exige là où un accord de sécurité est de règle.",
    whenYouSeeIt:
      "Asterisk avec `100rel=required` ou `timers=required` vers un téléphone qui ne les a pas. Un cœur IMS qui exige `sec-agree` au premier `REGISTER`.",
    howToFix: {
      caller:
        "Il manque au téléphone ou à l’application une fonction que le service exige. Mettez-le à jour, ou prenez-en un que le fournisseur approuve.",
      operator:
        "Lisez `Require` dans le 421. Faites de l’exigence une simple offre sur le serveur, par exemple `100rel=yes` dans Asterisk, ou activez l’extension sur le téléphone.",
      developer:
        "Renvoyez avec l’étiquette dans `Supported`, si vous avez réellement l’extension. Pour `sec-agree`, lisez `Security-Server` et mettez d’abord en œuvre un de ses mécanismes.",
    },
    sendIt:
      "Ne l’envoyez que si aucun service utile n’est possible sans l’extension, avec cette extension dans `Require`. Sinon, continuez en SIP ordinaire. Envoyez 494 quand le client annonce `sec-agree` dans `Supported` et doit maintenant s’en servir.",
    causes: [
      {
        text: "`PRACK` ou les temporisateurs de session sont réglés sur « requis » dans le serveur.",
        evidence:
          "`Require: 100rel` ou `Require: timer` dans le 421, et pas d’étiquette de ce genre dans le `Supported` de la requête.",
      },
      {
        text: "Le réseau veut l’accord de sécurité de la RFC 3329, et le client ne le propose pas.",
        evidence: "Le 421 a `Security-Server` et `Require: sec-agree`, et la requête n’avait aucun `sec-agree`.",
      },
    ],
    keywords: [
      "extension required",
      "extension requise",
      "require",
      "100rel requis",
      "prack",
      "temporisateur de session requis",
      "sec-agree",
    ],
  },
  422: {
    gloss: "Temporisateur de session trop court",
    says: "422 indique que le temporisateur de session demandé est plus court que ne le permet ce serveur, et nomme le minimum.",
    meaning:
      "`Session-Expires` est sous le minimum du serveur qui a répondu, et celui-ci l’indique dans `Min-SE` (RFC 4028). Aucun minimum ne peut descendre sous 90 s. Le client peut réessayer avec un intervalle plus long.",
    whenYouSeeIt:
      "Au début d’un appel ou lors d’un rafraîchissement, quand un PBX demande une session courte et qu’un opérateur veut, par exemple, 600 s ou plus. Asterisk l’envoie pour une valeur sous `timers_min_se`.",
    howToFix: {
      caller:
        "Un bon téléphone répète l’appel de lui-même en moins d’une seconde. Si le vôtre échoue, signalez le réglage du temporisateur de session.",
      operator:
        "Portez l’intervalle du côté appelant à 1800 s, la valeur que recommande la RFC 4028. Dans Asterisk, c’est `timers_sess_expires`. Vérifiez tous les proxys du chemin, car chacun peut fixer un minimum.",
      developer:
        "Répétez avec `Session-Expires` et `Min-SE` au moins égaux au plus grand `Min-SE` reçu jusqu’ici pour ce `Call-ID`, et un `CSeq` plus élevé. Gardez ce `Min-SE` aussi dans les tentatives suivantes.",
    },
    sendIt:
      "Envoyez-le en réponse à `INVITE` ou `UPDATE` quand `Session-Expires` est sous votre minimum, avec `Min-SE`. En tant que proxy, seulement si `Supported` a `timer` : sinon, relevez vous-même les deux en-têtes. Ne demandez jamais moins de 90 s.",
    causes: [
      {
        text: "Le côté appelant est réglé sur un intervalle de session sous le minimum d’un saut.",
        evidence:
          "Le `Session-Expires` de l’`INVITE` est plus petit que le `Min-SE` du 422, et un second `INVITE` peut suivre avec davantage.",
      },
      {
        text: "Le client ne gère pas 422 et abandonne.",
        evidence:
          "Le 422 reçoit son `ACK` et aucun second `INVITE` ne suit, ou un second avec l’ancien `Session-Expires`.",
      },
      {
        text: "Un rafraîchissement pendant l’appel demande moins qu’au début, et la session n’est pas prolongée.",
        evidence:
          "Un re-`INVITE` ou un `UPDATE` reçoit 422, aucune correction ne suit, et un `BYE` vient à la fin de l’ancien intervalle.",
      },
    ],
    keywords: [
      "session interval too small",
      "intervalle de session trop petit",
      "temporisateur de session",
      "min-se",
      "session-expires",
      "appel coupé après quelques minutes",
      "rfc 4028",
    ],
  },
  423: {
    gloss: "Durée de vie trop courte",
    says: "423 indique que la durée demandée pour un enregistrement, un abonnement ou une publication est trop courte, et nomme le minimum.",
    meaning:
      "Le serveur ne garde pas une liaison ou un état pour un temps si bref. `Min-Expires` donne le minimum qu’il accepte. Pour `REGISTER` et `SUBSCRIBE`, seule une durée supérieure à zéro et inférieure à une heure peut être refusée.",
    whenYouSeeIt:
      "Un téléphone réglé pour s’enregistrer toutes les 30 s afin de tenir le NAT ouvert, sur un serveur au minimum de 60 s ou plus. Asterisk l’envoie d’après `minimum_expiration`. Kamailio relève plutôt la durée à `min_expires`.",
    howToFix: {
      caller:
        "Réglez la durée d’enregistrement du téléphone sur 3600 s, ou sur ce qu’indique le fournisseur. Tenez le NAT ouvert par le réglage de maintien (keepalive) et non par des enregistrements courts.",
      operator:
        "Comparez l’`Expires` de la requête avec le `Min-Expires` du 423. Abaissez le minimum si des téléphones sur réseau mobile en ont besoin, ou provisionnez des durées plus longues et utilisez un maintien par CRLF ou STUN.",
      developer:
        "Répétez la requête avec des durées toutes au moins égales à `Min-Expires`, y compris le paramètre `expires` de chaque `Contact`. Prenez un `CSeq` plus élevé, et retenez la valeur pour la prochaine fois.",
    },
    sendIt:
      "Envoyez-le en réponse à `REGISTER`, `SUBSCRIBE` ou `PUBLISH` avec une durée sous votre minimum, toujours avec `Min-Expires`. Jamais pour `Expires: 0`, qui y met fin. Une durée trop longue, vous pouvez la raccourcir dans le 200.",
    causes: [
      {
        text: "Le téléphone s’enregistre à courts intervalles pour tenir le NAT ouvert.",
        evidence: "`Expires` vaut 30 ou 60 dans le `REGISTER`, et le `Min-Expires` du 423 est plus grand.",
      },
      {
        text: "Le client ne lit pas `Min-Expires` et répète la même requête.",
        evidence: "`REGISTER` après `REGISTER` avec le même `Expires`, chacun suivi de 423.",
      },
      {
        text: "Une seule des deux durées a été relevée.",
        evidence: "L’en-tête `Expires` est assez grand, et le paramètre `expires` du `Contact` est encore petit.",
      },
    ],
    keywords: [
      "interval too brief",
      "intervalle trop court",
      "min-expires",
      "intervalle d’enregistrement",
      "expires trop court",
      "keepalive",
      "register échoue",
    ],
  },
  424: {
    gloss: "Localisation inutilisable",
    says: "424 indique que la localisation jointe à la requête est erronée ou inutilisable, alors que le serveur en exige une.",
    meaning:
      "Le serveur doit savoir où se trouve l’appelant et ne peut se servir de ce qu’il a reçu (RFC 6442). `Geolocation-Error` doit (MUST) dire pourquoi : 100 inutilisable, 200 autorisation absente, 300 non récupérable. Un dialogue existant reste en vie.",
    whenYouSeeIt:
      "Les appels d’urgence et ceux qui dépendent du lieu. Un réseau d’urgence ou un proxy qui connaît lui-même le lieu l’envoie, et peut mettre dans le corps du 424 la localisation à laquelle il croit.",
    howToFix: {
      caller:
        "En cas d’urgence, donnez votre adresse de vive voix et n’attendez pas. Sinon, autorisez l’application à utiliser votre position et réessayez.",
      operator:
        "Lisez `Geolocation-Error`. Comparez l’adresse stockée pour le téléphone ou le port de commutateur avec le format du service d’urgence, et voyez si ses serveurs peuvent récupérer votre URI de localisation.",
      developer:
        "Renvoyez avec un PIDF-LO corrigé, en reprenant la localisation du 424 s’il en a une. Ne révélez pas plus que l’utilisateur ne le permet. C’est à celui qui a inséré la localisation de la corriger.",
    },
    sendIt:
      "Envoyez-le quand vous avez besoin d’une localisation et que le `Geolocation` de la requête n’en a aucune d’utilisable, avec `Geolocation-Error`. Jamais pour une requête sans `Geolocation`. Acceptez l’appel et ajoutez seulement l’erreur si vous pouvez continuer.",
    causes: [
      {
        text: "Le document de localisation est mal formé ou trop peu détaillé pour le service.",
        evidence:
          "`Geolocation-Error: 100` dans le 424, et un PIDF-LO sans rue ni coordonnées dans le corps de l’`INVITE`.",
      },
      {
        text: "L’URI de localisation ne peut être récupérée.",
        evidence:
          "`Geolocation-Error: 300`, et `Geolocation` a une URI `https:` que seul le réseau de l’émetteur peut atteindre.",
      },
      {
        text: "La requête interdit le routage d’après sa localisation.",
        evidence: "`Geolocation-Error: 202` dans le 424 et `Geolocation-Routing: no` dans la requête.",
      },
    ],
    keywords: [
      "bad location information",
      "localisation incorrecte",
      "géolocalisation",
      "appel d’urgence",
      "e911",
      "pidf-lo",
      "ng112",
    ],
  },
  425: {
    gloss: "Message d’alerte inutilisable",
    says: "425 indique que l’alerte envoyée par un capteur ou un appareil est si mal formée qu’on ne peut décider d’aucune intervention.",
    meaning:
      "Un service d’urgence ou un serveur du chemin ne peut se servir du document d’alerte (CAP) de la requête, et rien d’autre dans celle-ci n’y supplée (RFC 8876). `AlertMsg-Error` doit (MUST) dire ce qui ne va pas. Un dialogue existant continue.",
    whenYouSeeIt:
      "Des appareils d’alarme qui envoient un `MESSAGE` à un service d’urgence sans que personne n’appelle : alarmes d’intrusion et d’incendie, capteurs de choc. Hors des réseaux d’urgence de nouvelle génération, il ne se rencontre pas.",
    howToFix: {
      caller:
        "Si c’est urgent, appelez le numéro d’urgence de vive voix, puis faites contrôler l’appareil d’alarme par son installateur.",
      operator:
        "Lisez `AlertMsg-Error` : 100 à 103 distinguent une alerte impossible à traiter, absente, trop pauvre ou corrompue. Testez l’appareil avec un service de test.",
      developer:
        "Validez le document CAP contre son schéma avant de l’envoyer, et vérifiez que `Call-Info` avec `purpose=EmergencyCallData.cap` nomme son `Content-ID`. Corrigez et renvoyez, jamais à l’identique.",
    },
    sendIt:
      "Ne l’envoyez que si l’alerte est inutilisable et que rien d’autre dans la requête ne permet d’agir, avec `AlertMsg-Error`. Jamais pour une requête sans alerte. Si vous pouvez continuer, acceptez et ajoutez `AlertMsg-Error` au 200.",
    causes: [
      {
        text: "Le document CAP est corrompu ou enfreint son schéma.",
        evidence:
          "`AlertMsg-Error: 103` dans le 425, et le XML du corps finit trop tôt ou il y manque des éléments que CAP exige.",
      },
      {
        text: "`Call-Info` renvoie à une partie du corps qui n’est pas dans la requête.",
        evidence: "`AlertMsg-Error: 101`, et l’URI `cid:` de `Call-Info` diffère du `Content-ID` de l’alerte.",
      },
    ],
    keywords: [
      "bad alert message",
      "message d’alerte incorrect",
      "alerte cap",
      "alerte d’urgence",
      "capteur",
      "alertmsg-error",
      "rfc 8876",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
