import type { CodeTexts } from "../texts.ts";

export const codes5xx = {
  500: {
    gloss: "Le serveur a échoué en interne",
    says: "500 indique que le serveur a rencontré une erreur qui lui est propre et n’a pas pu traiter la requête.",
    meaning:
      "Quelque chose a échoué dans le serveur, et la requête peut être tout à fait correcte. Une tentative ultérieure peut réussir, et `Retry-After` peut en donner le délai. Deux autres sens s’y cachent : un proxy transforme en 500 un 503 reçu seul de l’aval et, dans un dialogue, ce code répond à une requête dans le désordre.",
    whenYouSeeIt:
      "Un script ou une base de données derrière le serveur échoue, un B2BUA n’a pas de meilleur code pour la réponse du côté distant, ou un téléphone reçoit une requête avec un `CSeq` ancien. Asterisk fait un 500 de codes comme 481 et 482 d’un tronçon à l’autre.",
    howToFix: {
      caller:
        "Réessayez après `Retry-After`, ou après plusieurs secondes. Si cela persiste, signalez l’heure et le numéro composé.",
      operator:
        "Trouvez le premier saut qui montre 500 et lisez son journal à cette seconde. Regardez ce qu’il a reçu de l’aval : un 503, un script en échec dans Kamailio, une base de données perdue. Puis réparez cela.",
      developer:
        "Réessayez une fois après `Retry-After` ou quelques secondes de votre choix. Dans un dialogue, ce code ne touche que cette requête. Pour un re-`INVITE` venu trop tôt, le 500 porte un `Retry-After` de 0 à 10 secondes.",
    },
    sendIt:
      "Envoyez-le quand votre propre code ou votre stockage échoue, ainsi qu’à un second `INVITE` dans le dialogue tant que le premier est ouvert, et dans ce cas avec `Retry-After`. Envoyez 503 pour une surcharge de tout le serveur, et un 4xx quand la requête est en cause.",
    causes: [
      {
        text: "La seule réponse qu’un proxy a reçue de l’aval était un 503, ou la connexion a échoué.",
        evidence:
          "Derrière le proxy, la trace montre un 503, une réinitialisation TCP ou une erreur ICMP, et devant lui un 500.",
      },
      {
        text: "Un script, une base de données ou un plan de numérotation a échoué dans le serveur.",
        evidence:
          "Le 500 vient du serveur lui-même, rien n’a été relayé, et son journal a une erreur à la même seconde.",
      },
      {
        text: "Un B2BUA a converti en 500 un code absent de sa table.",
        evidence:
          "Le tronçon vers l’appelé montre un autre code comme 481 ou 608, et le tronçon vers l’appelant montre 500 au même moment.",
      },
      {
        text: "Une requête du dialogue est arrivée dans le désordre ou trop tôt.",
        evidence:
          "Le `CSeq` est inférieur à celui d’une requête antérieure, ou l’`INVITE` précédent n’a pas encore de réponse finale.",
      },
    ],
    keywords: [
      "server internal error",
      "erreur interne du serveur",
      "erreur serveur",
      "script en échec",
      "cseq dans le désordre",
    ],
  },
  501: {
    gloss: "Cette méthode est inconnue ici",
    says: "501 indique que le serveur ne connaît pas cette méthode et ne peut l’exécuter pour aucun utilisateur.",
    meaning:
      "Le destinataire n’a pas ce dont la requête a besoin, avant tout la méthode : il ne reconnaît pas le mot. S’il connaît la méthode sans l’autoriser ici, la réponse est 405. Un proxy relaie les méthodes qu’il ne connaît pas, si bien que le 501 vient d’un terminal.",
    whenYouSeeIt:
      "Un téléphone ou un serveur simple reçoit `PUBLISH`, `MESSAGE` ou une méthode propre à un fabricant. Certains PBX répondent ainsi pour une fonction absente ou pour une cause Q.850 79 venant d’une passerelle.",
    howToFix: {
      caller:
        "Les appels fonctionnent toujours. Désactivez la fonction en échec, comme la présence ou les messages texte, si votre fournisseur ne l’a pas.",
      operator:
        "Lisez la méthode dans le `CSeq` du 501. Désactivez la fonction sur les téléphones, chargez le module qui la sert, ou envoyez ces requêtes à un serveur qui la connaît.",
      developer:
        "Renoncez à cette méthode auprès de cette cible et lisez d’abord l’`Allow` d’une réponse à `OPTIONS`. Dans un dialogue, le 501 met fin à l’usage qu’il vise, et les autres usages continuent.",
    },
    sendIt:
      "Envoyez-le pour une méthode que vous ne reconnaissez pas du tout. Pour une méthode que vous connaissez sans l’autoriser ici, envoyez 405 avec `Allow`. Un proxy n’envoie ni l’un ni l’autre pour une méthode inconnue : il relaie la requête.",
    causes: [
      {
        text: "La méthode est une extension que le terminal n’a pas.",
        evidence: "Le 501 reprend un `CSeq` comme `1 PUBLISH`, et l’`Allow` du terminal n’a pas cette méthode.",
      },
      {
        text: "Un message de maintien (keepalive) ou un outil de test emploie une méthode que le pair ne connaît pas.",
        evidence: "Le 501 revient à intervalle fixe, et c’est la seule méthode de cet émetteur qui échoue.",
      },
      {
        text: "Une passerelle a signalé que le réseau derrière elle ne peut rendre le service.",
        evidence: "`Reason` porte la cause Q.850 79, et la méthode est `INVITE`, que tout terminal connaît.",
      },
    ],
    keywords: [
      "not implemented",
      "non implémenté",
      "méthode inconnue",
      "méthode non prise en charge",
      "publish refusé",
      "cause 79",
    ],
  },
  502: {
    gloss: "Une mauvaise réponse est venue de l’aval",
    says: "502 indique qu’une passerelle ou un proxy a reçu une réponse invalide du serveur placé derrière.",
    meaning:
      "Le serveur de devant fonctionne. Celui qui est derrière lui a répondu quelque chose d’inutilisable : une réponse corrompue ou, pour une passerelle, un réseau en panne. Personne ne parle ici pour l’appelé, une autre route peut donc encore atteindre l’utilisateur.",
    whenYouSeeIt:
      "L’extrémité d’une liaison vers le réseau téléphonique est hors service : la RFC 3398 convertit la cause Q.850 27 en 502, et la cause 38 en 503. Ou un proxy ne sait pas analyser ce que son voisin envoie. La RFC 3329 l’emploie quand un accord de sécurité arrive après plusieurs sauts.",
    howToFix: {
      caller:
        "Réessayez dans quelques minutes, ou par un autre fournisseur. Le plus souvent, le téléphone de l’appelé n’a pas été atteint.",
      operator:
        "Regardez le tronçon derrière le serveur qui a envoyé 502. Pour une passerelle, vérifiez l’état du trunk et ses alarmes. Prévoyez une seconde route sur 502 jusqu’à la réparation.",
      developer:
        "Consignez la réponse brute que vous n’avez pas pu utiliser : le 502 la cache. Essayez une autre cible si vous en avez une. Dans un dialogue, un 502 met fin au dialogue et à tous ses usages (RFC 5057).",
    },
    sendIt:
      "Envoyez-le quand le serveur derrière vous a répondu et que sa réponse est inutilisable. S’il n’a pas répondu du tout, envoyez 504 ou 408. S’il a répondu par un code d’erreur correct, transmettez ce code.",
    causes: [
      {
        text: "Ce à quoi mène la ligne de la passerelle est hors service.",
        evidence: "`Reason` porte la cause Q.850 27, et les appels par cette ligne échouent de la même façon.",
      },
      {
        text: "Un serveur de l’aval envoie une réponse qu’on ne peut analyser.",
        evidence:
          "Derrière le proxy arrive une réponse avec un `Via`, un `CSeq` ou un `Content-Length` corrompu, et devant lui part 502.",
      },
      {
        text: "Un répartiteur de charge atteint un service qui n’est pas SIP.",
        evidence: "Le port visé répond en HTTP ou ferme la connexion, et d’autres nœuds du groupe fonctionnent.",
      },
    ],
    keywords: [
      "bad gateway",
      "mauvaise passerelle",
      "passerelle en panne",
      "trunk en panne",
      "réseau hors service",
      "cause 27",
    ],
  },
  503: {
    gloss: "Ce serveur ne peut servir personne en ce moment",
    says: "503 indique que le serveur est surchargé ou en maintenance, et que le client devrait s’adresser à un autre serveur.",
    meaning:
      "Ce code porte sur le serveur tout entier et non sur ce seul appel. Un client devrait essayer un autre serveur et épargner celui-ci pendant la durée de `Retry-After`. Sans cet en-tête, le client doit agir comme pour un 500. Un proxy ne devrait pas remonter un 503 reçu seul : il envoie 500.",
    whenYouSeeIt:
      "Un trunk est plein, un serveur redémarre, ou rien n’est à l’écoute : une connexion refusée ou une erreur ICMP compte comme un 503 à l’intérieur du client. Les opérateurs l’emploient aussi pour la congestion, cause Q.850 34 ou 42.",
    howToFix: {
      caller: "Patientez et rappelez plus tard. Rappeler aussitôt aggrave la surcharge.",
      operator:
        "Vérifiez la charge, les limites de canaux et les contrôles d’état du trunk. Donnez à chaque destination un second serveur par DNS SRV ou par un groupe de passerelles. Voyez si votre propre pile a produit le 503 après une connexion en échec.",
      developer:
        "Essayez le serveur suivant de la liste RFC 3263. Avec `Retry-After`, n’envoyez rien d’autre à celui-ci pendant ce temps. Ne relayez pas le 503, sauf si vous ne pouvez servir aucune requête.",
    },
    sendIt:
      "Envoyez-le quand le serveur entier ne peut accepter aucune requête en ce moment, avec `Retry-After`. La ligne occupée d’un utilisateur relève du 486, un échec isolé de votre code du 500. Un 503 pour un seul mauvais numéro amène vos pairs à vous retirer du service.",
    causes: [
      {
        text: "Le trunk ou le serveur a atteint sa limite d’appels ou d’appels par seconde.",
        evidence: "503 apparaît aux heures chargées, et les appels passent de nouveau quand d’autres se terminent.",
      },
      {
        text: "Rien n’est à l’écoute sur la cible, c’est donc la pile du client qui a produit le 503.",
        evidence:
          "Aucun 503 ne circule sur le réseau. La trace montre une réinitialisation TCP ou un ICMP « port injoignable » après la requête.",
      },
      {
        text: "Un PBX n’a trouvé aucune passerelle active pour l’appel.",
        evidence:
          "Le 503 arrive aussitôt, rien ne quitte le PBX, et ses contrôles `OPTIONS` de la passerelle ont échoué.",
      },
      {
        text: "Un opérateur répond 503 pour un seul numéro ou une seule route.",
        evidence: "Le numéro échoue chaque fois en 503, alors que d’autres sur le même trunk réussissent.",
      },
    ],
    keywords: [
      "service unavailable",
      "service indisponible",
      "surcharge",
      "congestion",
      "trunk saturé",
      "toutes les lignes occupées",
      "serveur en panne",
      "bascule",
    ],
  },
  504: {
    gloss: "Un serveur de l’aval n’a pas répondu à temps",
    says: "504 indique que le serveur a attendu en vain un autre serveur dont il a besoin, comme une base de données ou un DNS.",
    meaning:
      "Le serveur lui-même fonctionne, mais un système qu’il a interrogé n’a pas répondu à temps. L’absence de réponse à la requête relayée elle-même relève du 408. Un 504 désigne donc un système auxiliaire : base de localisation, annuaire, ENUM, DNS. Il ne dit rien de l’appelé.",
    whenYouSeeIt:
      "Une consultation reste bloquée, un serveur média ne répond pas au serveur d’application, ou une passerelle signale la cause Q.850 102. Un téléphone répond aussi de cette façon à un `UPDATE` que son utilisateur devrait d’abord approuver (RFC 3311).",
    howToFix: {
      caller: "Réessayez dans une minute. Le plus souvent, le téléphone de l’appelé n’a pas été sollicité.",
      operator:
        "Trouvez le système que le serveur attend et mesurez son temps de réponse. Un DNS dont le résolveur est mort coûte en général plusieurs secondes. Un Asterisk intermédiaire montre à l’appelant 603 au lieu de 504.",
      developer:
        "Réessayez plus tard ou par un autre serveur. Quand le 504 répond à un `UPDATE`, envoyez le changement en re-`INVITE`, qui peut attendre l’utilisateur. Donnez à chaque consultation un délai inférieur à 32 secondes.",
    },
    sendIt:
      "Envoyez-le quand un système nécessaire à la requête ne répond pas : base de données, DNS ou serveur d’application. Quand le saut SIP suivant reste muet, c’est un 408. Un auxiliaire qui signale une erreur relève du 500.",
    causes: [
      {
        text: "Une consultation de base de données ou d’annuaire reste bloquée dans le serveur.",
        evidence: "Un 100 arrive aussitôt, puis rien n’est relayé, et le 504 suit après un nombre fixe de secondes.",
      },
      {
        text: "Une requête DNS ou ENUM reste sans réponse.",
        evidence: "La trace montre des requêtes DNS répétées toutes les quelques secondes, sans réponse, avant le 504.",
      },
      {
        text: "Un temporisateur du réseau téléphonique a expiré derrière une passerelle.",
        evidence:
          "`Reason` porte la cause Q.850 102, et la passerelle avait envoyé l’appel plus loin sans rien recevoir en retour.",
      },
    ],
    keywords: [
      "server time-out",
      "délai serveur dépassé",
      "gateway timeout",
      "expiration consultation",
      "timeout dns",
      "cause 102",
    ],
  },
  505: {
    gloss: "Cette version de SIP n’est pas prise en charge",
    says: "505 indique que le serveur n’accepte pas la version de SIP de la première ligne de la requête.",
    meaning:
      "La ligne de requête se termine par autre chose que `SIP/2.0`, et le serveur ne peut ou ne veut pas travailler avec. Comme seule la version 2.0 est en usage, un 505 signifie presque toujours un message corrompu ou étranger, et non un protocole plus récent.",
    whenYouSeeIt:
      "Un scanner, un fuzzer ou un client fait maison envoie une mauvaise version, un client HTTP atteint le port SIP, ou une espace dans la Request-URI décale les mots de la ligne. En service normal, vous ne le voyez jamais.",
    howToFix: {
      caller:
        "Mettez à jour le téléphone ou l’application. Quand un téléphone courant reçoit 505, quelque chose entre lui et le serveur modifie ses messages.",
      operator:
        "Capturez la requête et lisez sa première ligne octet par octet. Comparez-la des deux côtés de chaque SBC ou ALG. Si elle vient d’adresses inconnues, c’est un balayage : bloquez-les.",
      developer:
        "Écrivez `SIP/2.0` en majuscules à la fin de la ligne de requête, avec une seule espace devant. Échappez les espaces de la Request-URI en `%20`. Ne réessayez pas la même requête.",
    },
    sendIt:
      "Envoyez-le quand la ligne est analysable et que sa version n’est pas 2.0. Quand elle ne l’est pas du tout, envoyez 400. Quand il vous manque une extension et non une version, envoyez 420.",
    causes: [
      {
        text: "Un scanner ou un fuzzer envoie exprès une mauvaise version.",
        evidence:
          "La requête vient d’une adresse que vous ne connaissez pas, avec une ligne qui se termine par une version comme `SIP/7.0`.",
      },
      {
        text: "Une espace dans la Request-URI décale les mots de la première ligne.",
        evidence: "La ligne de requête a plus de deux espaces, si bien que le troisième mot n’est pas `SIP/2.0`.",
      },
      {
        text: "Un autre protocole atteint le port SIP.",
        evidence: "La première ligne se termine par `HTTP/1.1` ou `RTSP/1.0`.",
      },
    ],
    keywords: [
      "version not supported",
      "version non prise en charge",
      "mauvaise version sip",
      "sip/2.0",
      "ligne de requête mal formée",
      "scanner",
    ],
  },
  513: {
    gloss: "Le message est trop long",
    says: "513 indique que le serveur ne peut pas traiter la requête parce que le message est plus long que ce qu’il peut recevoir.",
    meaning:
      "Le message entier, en-têtes et corps, dépasse ce que le serveur peut contenir. Ce n’est ni 413, qui n’accuse que le corps, ni 414, qui accuse la Request-URI. La même requête, raccourcie, peut réussir auprès du même serveur.",
    whenYouSeeIt:
      "Une offre WebRTC avec beaucoup de codecs et de candidats, une longue chaîne de `Via`, de `Record-Route` ou d’`History-Info`, un jeton `Identity` ou un gros `MESSAGE`. Sur UDP, une requête longue se perd souvent sans aucune réponse.",
    howToFix: {
      caller:
        "Essayez sans vidéo ou avec moins de codecs dans les réglages. Un long message texte passe en plusieurs parties.",
      operator:
        "Mesurez la requête au saut qui échoue. Retirez les codecs inutilisés, faites supprimer `History-Info` et masquer `Via` par le SBC, relevez la limite de taille du serveur et utilisez TCP ou TLS.",
      developer:
        "Raccourcissez la requête et renvoyez-la. La RFC 3261 exige TCP quand la requête dépasse 1300 octets et que le MTU du chemin est inconnu. Utilisez les formes compactes des en-têtes et moins de codecs.",
    },
    sendIt:
      "Envoyez-le quand le message entier dépasse votre limite et que vous pouvez encore en analyser assez pour répondre. Un corps trop gros relève du 413, une Request-URI trop longue du 414. La RFC 3261 veut que, sur UDP, on accepte jusqu’à la taille maximale du datagramme.",
    causes: [
      {
        text: "Le SDP est très long, avec beaucoup de codecs ou de candidats ICE.",
        evidence: "`Content-Length` vaut quelques milliers, et le même appel avec un seul codec audio passe.",
      },
      {
        text: "Les en-têtes grossissent à chaque saut d’un long chemin ou d’une boucle.",
        evidence:
          "`Via`, `Record-Route` ou `History-Info` remplissent la plus grande partie du message au saut qui envoie 513.",
      },
      {
        text: "La limite de taille du serveur est réglée trop bas.",
        evidence:
          "Toutes les requêtes au-delà d’une même taille reçoivent 513 du même serveur, et les plus courtes réussissent.",
      },
    ],
    keywords: [
      "message too large",
      "message trop long",
      "paquet trop gros",
      "mtu",
      "fragmentation udp",
      "sdp volumineux",
    ],
  },
  555: {
    gloss: "Ce service push n’est pas pris en charge",
    says: "555 indique que le réseau ne peut pas réveiller le téléphone par le service push nommé dans son `REGISTER`.",
    meaning:
      "Une application de téléphone demande, dans le `Contact` de son `REGISTER`, à être réveillée par un service push nommé dans `pn-provider`. Aucun proxy du chemin ne prend ce service en charge (RFC 8599). Le code n’est défini que pour `REGISTER`, et l’enregistrement a échoué.",
    whenYouSeeIt:
      "Une application passe chez un fournisseur sans push, ou nomme un service que le fournisseur n’a pas mis en place, comme `apns`, `fcm` ou `webpush`. Beaucoup de réseaux sans RFC 8599 ignorent le paramètre et répondent plutôt 200.",
    howToFix: {
      caller:
        "Désactivez le push dans les réglages de l’application et laissez-la tourner en arrière-plan, ou utilisez l’application de votre fournisseur.",
      operator:
        "Mettez en place dans le proxy le plus proche des téléphones, avec ses clés, le service push que nomme `pn-provider`. Ou laissez ce proxy relayer le `REGISTER`, si un autre proxy du chemin s’en charge.",
      developer:
        "Enregistrez-vous de nouveau avec un autre `pn-provider` ou sans push, puis maintenez le flux en vie. Dans un 200, cherchez `+sip.pns` dans `Feature-Caps` : sans lui, aucun push ne viendra.",
    },
    sendIt:
      "En tant que proxy, envoyez-le quand vous ne prenez pas en charge le service de `pn-provider` et savez qu’aucun proxy entre vous et le serveur d’enregistrement ne le fait. Sinon, relayez le `REGISTER`. Un intervalle trop court relève du 423.",
    causes: [
      {
        text: "Le fournisseur prend en charge un autre service push, ou aucun.",
        evidence: "Le `pn-provider` du `Contact` du `REGISTER` a une valeur absente de la configuration du proxy.",
      },
      {
        text: "L’application nomme son service push par un nom mal orthographié ou privé.",
        evidence: "`pn-provider` a une autre valeur qu’`apns`, `fcm` ou `webpush`, et 555 suit aussitôt.",
      },
      {
        text: "Les clés du service push manquent dans le proxy.",
        evidence:
          "Toutes les applications d’un même type reçoivent 555 depuis un changement dans le proxy, et son journal nomme le module push.",
      },
    ],
    keywords: [
      "notification push",
      "push notification",
      "pn-provider",
      "rfc 8599",
      "apns",
      "fcm",
      "application mobile ne s’enregistre pas",
    ],
  },
  580: {
    gloss: "Les préconditions ne peuvent être remplies",
    says: "580 indique que l’appelé ne peut ou ne veut pas remplir les préconditions de l’offre, comme un débit réservé.",
    meaning:
      "L’offre dit que des ressources doivent être réservées avant que le téléphone ne sonne (RFC 3312). Celui qui répond ne peut ou ne veut pas le faire. Le corps peut montrer quelle précondition a échoué : un SDP dont tous les ports sont à zéro et la force `failure`.",
    whenYouSeeIt:
      "Presque uniquement en IMS et VoLTE, quand le support (bearer) de la voix ne peut être établi ou qu’un B2BUA perd la moitié de la négociation. Il répond à un `INVITE` ou à un `UPDATE`. Les téléphones ordinaires d’un PBX n’emploient pas de préconditions.",
    howToFix: {
      caller:
        "Cherchez une meilleure couverture et réessayez. Si un seul numéro échoue, signalez-le à votre opérateur.",
      operator:
        "Vérifiez pourquoi le support a échoué, côté radio ou côté contrôle de politique : ressources refusées, support voix absent, itinérance. Voyez si un SBC retire `precondition` de `Supported` d’un seul côté.",
      developer:
        "Trouvez la ligne avec `failure` dans le SDP du 580 et refaites une offre sans cette exigence, ou avec la force `optional`. Ce SDP n’est pas une réponse : ne l’appliquez pas.",
    },
    sendIt:
      "Envoyez-le en réponse à une offre, dans un `INVITE` ou un `UPDATE`, dont vous ne pouvez remplir les préconditions, avec le SDP de celles qui ont échoué. Quand `Require: precondition` demande ce que vous ne prenez pas en charge, envoyez 420. Un codec qui ne convient pas relève du 488.",
    causes: [
      {
        text: "Le support ou le débit réservé pour la voix n’a pas pu être établi.",
        evidence:
          "Le corps a `a=des:qos failure`, et le serveur de politique consigne une réservation refusée à cette seconde.",
      },
      {
        text: "Un B2BUA ne transmet les préconditions qu’à un seul côté.",
        evidence: "`a=curr:qos` et `a=des:qos` sont dans l’offre d’un tronçon et manquent sur l’autre.",
      },
      {
        text: "L’`UPDATE` qui confirme la réservation n’arrive jamais.",
        evidence:
          "Après 183 et `PRACK`, aucun `UPDATE` n’atteint l’appelé, et le 580 arrive à la fin de son temporisateur.",
      },
    ],
    keywords: [
      "precondition failure",
      "échec de précondition",
      "qos",
      "appel volte échoue",
      "ims",
      "bearer",
      "réservation de ressources",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
