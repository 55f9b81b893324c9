import type { CodeTexts } from "../texts.ts";

/** Request failures 488 to 494. */
export const codes488to494 = {
  488: {
    gloss: "Cette session ne convient pas à ce téléphone",
    says: "488 indique que ce téléphone ne peut pas accepter la session proposée : codec, chiffrement, médias ou adresse ne conviennent pas.",
    meaning:
      "Le téléphone a compris la requête, et le SDP qu’elle porte ne lui convient pas. Ce code ne vaut que pour ce téléphone : un autre peut accepter la même offre. Pour un re-`INVITE` ou un `UPDATE`, l’appel continue inchangé, avec les médias qu’il avait.",
    whenYouSeeIt:
      "Il n’y a aucun codec commun, un côté exige SRTP, ou un client WebRTC rencontre un simple téléphone SIP. Pendant un appel, ce code répond à un changement que le téléphone ne prend pas en charge, comme la vidéo, le fax en T.38 ou une forme de mise en attente.",
    howToFix: {
      caller:
        "Essayez sans vidéo, ou depuis un autre téléphone. Pendant un appel, continuez de parler : seul le changement a été refusé.",
      operator:
        "Comparez les codecs et le profil média des deux côtés : `RTP/AVP` est en clair, `RTP/SAVP` est SRTP, `UDP/TLS/RTP/SAVPF` est WebRTC. Ajoutez un codec commun, ou transcodez dans le PBX ou le SBC.",
      developer:
        "Lisez `Warning` et le corps, changez l’offre et envoyez-la une fois encore. Après un re-`INVITE` refusé, gardez l’ancienne session : un 488 n’est pas une raison d’envoyer `BYE`.",
    },
    sendIt:
      "Envoyez-le pour une offre que ce téléphone ne peut accepter, avec `Warning` et vos propres capacités dans le corps. N’envoyez 606 que si aucun téléphone de l’utilisateur ne le pourrait. Un type de corps que vous ne savez pas lire relève du 415, et un `Accept` que vous ne pouvez satisfaire du 406.",
    causes: [
      {
        text: "Les deux côtés n’ont aucun codec en commun.",
        evidence:
          "Aucun type de charge utile de la ligne `m=audio` de l’`INVITE` n’est activé chez l’appelé. `Warning` porte souvent 305 ou 304.",
      },
      {
        text: "Un côté exige SRTP ou DTLS et l’autre ne l’offre pas.",
        evidence:
          "La ligne `m=` annonce `RTP/AVP` alors que l’appelé veut `RTP/SAVP` ou `UDP/TLS/RTP/SAVPF`, ou l’inverse.",
      },
      {
        text: "Une offre T.38 ou vidéo pendant un appel est refusée.",
        evidence: "Le 488 répond à un re-`INVITE` avec `m=image` ou `m=video`, et le RTP de l’appel continue.",
      },
    ],
    keywords: [
      "not acceptable here",
      "codecs incompatibles",
      "aucun codec commun",
      "srtp requis",
      "t.38 refusé",
      "fax refusé",
      "sdp refusé",
      "webrtc",
    ],
  },
  489: {
    gloss: "Ce paquet d’événements est inconnu ici",
    says: "489 indique que le serveur ne connaît pas le paquet d’événements de l’en-tête `Event`.",
    meaning:
      "Un `SUBSCRIBE`, un `NOTIFY` ou un `PUBLISH` nomme un paquet d’événements comme `dialog`, `presence` ou `message-summary`, et le destinataire ne le prend pas en charge. La méthode elle-même est connue : sinon, la réponse serait 405 ou 501. L’abonnement prend fin ou ne commence jamais.",
    whenYouSeeIt:
      "Un téléphone demande des voyants d’occupation, la présence ou les messages en attente à un serveur sans cette fonction. Un `NOTIFY` arrive à un téléphone qui ne s’est pas abonné, comme un avis de message en attente envoyé sans demande.",
    howToFix: {
      caller:
        "Les appels ne sont pas touchés. Désactivez la fonction que votre fournisseur n’offre pas, comme la présence ou les voyants d’occupation.",
      operator:
        "Comparez l’en-tête `Event` avec les paquets d’`Allow-Events` dans la réponse. Chargez le module correspondant (dans Asterisk, `res_pjsip_mwi` pour les messages en attente), ou désactivez la fonction sur les téléphones.",
      developer:
        "Renoncez à ce paquet auprès de ce serveur, et ne renouvelez pas en boucle. Énumérez vos paquets dans l’`Allow-Events` du 489. Quand un `NOTIFY` reçoit 489, supprimez l’abonnement.",
    },
    sendIt:
      "Envoyez-le quand `Event` manque ou nomme un paquet que vous ne prenez pas en charge, avec `Allow-Events`. Un paquet que vous connaissez sans l’accorder à cet utilisateur relève du 403. Une méthode que vous ne connaissez pas relève du 501.",
    causes: [
      {
        text: "Le téléphone s’abonne à une fonction que le serveur n’a pas.",
        evidence: "Un `SUBSCRIBE` avec `Event: presence` reçoit 489 et se répète toutes les quelques minutes.",
      },
      {
        text: "Le module du paquet n’est pas chargé sur le PBX.",
        evidence:
          "Le paquet manque dans `Allow-Events`, et le même téléphone fonctionne avec un serveur qui l’annonce.",
      },
      {
        text: "Un serveur envoie un `NOTIFY` sans demande.",
        evidence:
          "Le `NOTIFY` n’a pas de `SUBSCRIBE` avant lui, et un `Event` comme `message-summary` ou `check-sync`.",
      },
    ],
    keywords: [
      "bad event",
      "blf ne fonctionne pas",
      "voyant de supervision",
      "mwi",
      "présence",
      "subscribe refusé",
      "paquet d’événements",
    ],
  },
  491: {
    gloss: "Les deux côtés ont modifié l’appel en même temps",
    says: "491 indique que cette requête a croisé une autre modification du même appel, et qu’il faut la retenter sous peu.",
    meaning:
      "Les deux côtés ont envoyé en même temps un re-`INVITE` ou un `UPDATE` pour un même appel : une collision, dite « glare ». Chacun refuse celui de l’autre. La RFC 3261 leur donne des attentes différentes : celui à qui appartient le `Call-ID` attend de 2,1 à 4 secondes, l’autre de 0 à 2.",
    whenYouSeeIt:
      "La mise en attente, un temporisateur de session et un changement de codec tombent ensemble, souvent juste après le décrochage, quand les deux PBX veulent déplacer les médias. Un ou deux cas sont normaux, seule leur répétition en boucle est une panne.",
    howToFix: {
      caller:
        "Attendez quelques secondes et appuyez de nouveau sur la touche de mise en attente ou de transfert. L’appel lui-même continue avec les médias qu’il avait.",
      operator:
        "Si cela se répète, ne laissez qu’un côté modifier l’appel : média direct désactivé sur un PBX, ou un seul responsable fixe du rafraîchissement de session. Dans Asterisk, voyez `direct_media_glare_mitigation`.",
      developer:
        "Lancez le temporisateur aléatoire de la RFC 3261 §14.1 et réessayez une fois à son expiration, si le changement est toujours voulu. Gardez la session telle qu’elle était. Un temporisateur identique des deux côtés provoque une nouvelle collision.",
    },
    sendIt:
      "Envoyez-le en réponse à un `INVITE` qui arrive pendant que le vôtre est en cours dans le dialogue, ou à une offre qui rencontre une de vos offres en suspens. Quand c’est le précédent `INVITE` du pair lui-même qui est encore ouvert, envoyez 500 avec `Retry-After`.",
    causes: [
      {
        text: "Les deux côtés envoient un re-`INVITE` juste après le décrochage, pour déplacer les médias.",
        evidence:
          "Deux requêtes `INVITE` du même `Call-ID` se croisent en un aller-retour, et toutes deux reçoivent 491.",
      },
      {
        text: "Les deux côtés croient devoir rafraîchir le temporisateur de session.",
        evidence:
          "Le croisement se répète à la moitié de `Session-Expires`, et les deux offres sont les mêmes qu’avant.",
      },
      {
        text: "Un `INVITE` antérieur n’a jamais reçu de réponse finale, et son émetteur le tient toujours pour ouvert.",
        evidence:
          "La trace montre un `INVITE` du même `Call-ID` sans réponse finale, et chaque modification venant de l’autre côté reçoit 491.",
      },
    ],
    keywords: [
      "request pending",
      "glare",
      "collision re-invite",
      "mise en attente échoue",
      "temporisateur de session",
      "requête en cours",
    ],
  },
  493: {
    gloss: "Le corps chiffré est illisible ici",
    says: "493 indique que le corps est chiffré en S/MIME pour une clé que ce téléphone n’a pas.",
    meaning:
      "Le destinataire ne possède pas la clé du corps MIME chiffré, ou ne veut pas l’utiliser. La réponse peut apporter la bonne clé publique dans son corps. Il s’agit de S/MIME dans le message, et non de TLS sur le trajet ni de SRTP pour la voix.",
    whenYouSeeIt:
      "Un client chiffre son SDP ou un message en S/MIME et emploie un ancien certificat de l’appelé. C’est rare : presque aucun téléphone en service ne prend S/MIME en charge, et celui qui ne le fait pas répond plutôt 415.",
    howToFix: {
      caller:
        "Désactivez le chiffrement du corps des messages pour ce contact, ou récupérez son nouveau certificat. Utilisez TLS et SRTP pour les appels confidentiels.",
      operator:
        "Vérifiez quel certificat de cet utilisateur l’émetteur détient et quand il a expiré. Donnez la même clé à tous les appareils d’un utilisateur : une bifurcation peut atteindre n’importe lequel.",
      developer:
        "Si le 493 a un certificat dans son corps, vérifiez-le, consultez l’utilisateur si ce certificat est nouveau, et utilisez-le pour chiffrer de nouveau. Un 493 sans certificat refuse tout corps chiffré. N’envoyez jamais un corps en clair sans qu’on vous l’ait demandé.",
    },
    sendIt:
      "Envoyez-le pour un corps S/MIME que vous prenez en charge mais ne pouvez déchiffrer, avec votre certificat dans le corps. Si vous ne prenez pas du tout en charge `application/pkcs7-mime`, envoyez 415 avec `Accept`.",
    causes: [
      {
        text: "L’émetteur a employé un certificat de l’appelé ancien ou erroné.",
        evidence:
          "La requête a `Content-Type: application/pkcs7-mime`, et le numéro de série du destinataire diffère de celui du certificat de l’appelé.",
      },
      {
        text: "Une bifurcation a atteint un appareil de l’utilisateur qui n’a pas la clé.",
        evidence: "Une branche répond 493, et une autre branche avec la même requête répond 180 ou 200.",
      },
    ],
    keywords: ["undecipherable", "indéchiffrable", "s/mime", "corps chiffré", "déchiffrement impossible", "certificat"],
  },
  494: {
    gloss: "Convenir d’abord de la sécurité avec ce saut",
    says: "494 indique que le saut suivant veut convenir d’abord d’un mécanisme de sécurité, et énumère ceux qu’il prend en charge.",
    meaning:
      "Le serveur a reçu une requête sans la protection qu’il exige, ou une liste dans `Security-Verify` qui n’est pas celle qu’il avait envoyée. Il énumère ses mécanismes dans `Security-Server`. Cela ne concerne que ce saut (RFC 3329) et ne dit rien de l’appelé.",
    whenYouSeeIt:
      "Presque uniquement en IMS et VoLTE, où le P-CSCF exige IPsec ou TLS. Le premier `REGISTER` y reçoit normalement 401 avec `Security-Server` : un 494 désigne donc une liste absente ou altérée.",
    howToFix: {
      caller:
        "Éteignez et rallumez le téléphone ou la ligne, pour qu’il s’enregistre et négocie de nouveau la sécurité. Si cela échoue, c’est l’affaire de l’opérateur.",
      operator:
        "Comparez `Security-Client`, `Security-Server` et `Security-Verify` des deux côtés. Cherchez un SBC ou un ALG qui les modifie, et un mécanisme comme `ipsec-3gpp` qu’un seul côté possède.",
      developer:
        "Choisissez dans `Security-Server` le mécanisme connu au `q` le plus élevé, démarrez-le et répétez la requête à travers lui, avec `Security-Verify` recopié à l’identique et `sec-agree` dans `Require` et `Proxy-Require`.",
    },
    sendIt:
      "Envoyez-le en réponse à une requête non protégée qui nomme `sec-agree`, ou quand `Security-Verify` diffère de votre liste. Ajoutez toujours `Security-Server`. Une requête sans `sec-agree` reçoit 421, une requête à plusieurs `Via` 502.",
    causes: [
      {
        text: "La première requête du client n’est pas protégée, comme le prévoit la RFC 3329.",
        evidence: "Le `REGISTER` a `Security-Client`, le 494 a `Security-Server`, et la requête suivante réussit.",
      },
      {
        text: "Quelque chose sur le chemin a altéré la liste des mécanismes.",
        evidence:
          "Le `Security-Verify` reçu par le serveur diffère du `Security-Server` qu’il avait envoyé, par l’ordre ou par un paramètre.",
      },
      {
        text: "Client et serveur ne partagent aucun mécanisme.",
        evidence:
          "Aucun nom de `Security-Client` ne figure dans `Security-Server`, et le client s’arrête après le 494.",
      },
    ],
    keywords: [
      "security agreement required",
      "accord de sécurité requis",
      "sec-agree",
      "ipsec",
      "enregistrement ims",
      "volte",
      "security-server",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
