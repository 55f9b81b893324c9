import type { CodeTexts } from "../texts.ts";

export const codes6xx = {
  600: {
    gloss: "Occupé, sur tous les téléphones de l’utilisateur",
    says: "600 indique que l’utilisateur est occupé et que rien d’autre ne répondra à cet appel, pas même la messagerie vocale.",
    meaning:
      "Le côté appelé a été joint et il parle pour l’utilisateur tout entier : il est occupé, et ni un autre téléphone ni la messagerie ne prendra l’appel. Un proxy qui bifurque n’ouvre plus de branche, annule celles qui sonnent encore et transmet le 600. La RFC 3261 ajoute qu’un téléphone peut rarement le savoir.",
    whenYouSeeIt:
      "Un téléphone est réglé pour répondre 600 quand il est occupé, ou un serveur d’application connaît tous les appareils de l’utilisateur. Dans un groupe d’appel, un seul téléphone réglé ainsi met fin à l’appel pour tous les autres, alors que seule sa ligne était prise.",
    howToFix: {
      caller:
        "Rappelez plus tard, une fois écoulé le délai de `Retry-After` si la réponse le donne. Rappeler aussitôt mène à la même réponse.",
      operator:
        "Cherchez la branche dont le téléphone a envoyé 600 et réglez-le pour qu’il réponde 486. D’ici là, faites convertir son 600 en 486 par le proxy ou le PBX placé devant le groupe d’appel, afin que les autres téléphones continuent de sonner.",
      developer:
        "Dans une bifurcation, retenez le 600, envoyez `CANCEL` sur les autres branches et attendez leurs réponses finales : un 2xx tardif l’emporte encore. Réessayez après `Retry-After`, jamais en boucle. Asterisk et FreeSWITCH en font un 486.",
    },
    sendIt:
      "Envoyez-le depuis un serveur qui connaît tous les appareils de l’utilisateur et qui sait que la messagerie ne répondra pas non plus. Un téléphone seul envoie 486. Un utilisateur occupé qui ne veut pas le dire envoie 603.",
    causes: [
      {
        text: "Un téléphone d’un groupe d’appel est réglé pour répondre 600 quand il est occupé.",
        evidence:
          "Une branche répond 600 aussitôt. Le proxy envoie alors `CANCEL` sur les autres branches en quelques millisecondes, et elles répondent 487.",
      },
      {
        text: "Un serveur d’application a trouvé tous les appareils de l’utilisateur en communication.",
        evidence: "Aucun téléphone ne reçoit d’`INVITE` : le 600 vient de l’adresse du serveur lui-même.",
      },
      {
        text: "La touche de rejet d’un téléphone est configurée pour envoyer 600.",
        evidence:
          "Ce téléphone a d’abord envoyé un 180, et son 600 a suivi quelques secondes plus tard, alors que d’autres téléphones sonnaient.",
      },
    ],
    keywords: [
      "occupé partout",
      "busy everywhere",
      "tous les téléphones occupés",
      "ligne occupée",
      "groupe d’appel s’arrête",
      "utilisateur occupé",
      "6xx",
    ],
  },
  603: {
    gloss: "Refusé, par une personne ou par une machine",
    says: "603 indique que l’appel a été refusé pour tous les téléphones : par l’utilisateur ou, sous la forme `Network Blocked`, par l’outil d’analyse d’un opérateur.",
    meaning:
      "Selon la RFC 3261, l’utilisateur ne veut pas ou ne peut pas prendre l’appel, ne donne pas de motif, et aucun autre téléphone ne répondra. Avec le libellé `Network Blocked`, c’est le 603+ d’ATIS-1000099 : l’outil d’analyse d’un opérateur a bloqué l’appel sans que personne ait été consulté. L’un comme l’autre met fin à la bifurcation.",
    whenYouSeeIt:
      "L’appelé a refusé l’appel dans un client comme Linphone, une règle de PBX ou de trunk a rejeté le numéro, ou un opérateur l’a bloqué comme indésirable. Aux États-Unis, 603+ est depuis le 25 mars 2026 le seul code admis sur IP pour un blocage fondé sur l’analyse des appels.",
    howToFix: {
      caller:
        "Si le libellé est `Network Blocked`, contestez le blocage à l’adresse qui suit `url` dans l’en-tête `Reason`. Sinon, attendez le délai de `Retry-After`. Des rappels rapprochés font passer un numéro pour celui d’un spammeur.",
      operator:
        "Lisez le libellé et l’en-tête `Reason` avant de mettre l’appelé en cause. FreePBX n’essaie pas le trunk suivant après un 603. FreeSWITCH remet par défaut le libellé à `Decline`, mais conserve l’en-tête `Reason`.",
      developer:
        "Reconnaissez le 603+ à `v=analytics1` dans l’en-tête `Reason`, car les libellés changent en route. Recopiez `Reason` à travers un B2BUA. Asterisk transforme le 603 en 403 d’un tronçon à l’autre.",
    },
    sendIt:
      "Envoyez-le quand l’utilisateur refuse pour tous ses téléphones et sa messagerie sans donner de motif. Un téléphone seul envoie 486 ou 480. Un bouton antispam envoie 607. Un intermédiaire qui bloque envoie 608, ou 603+ sur les réseaux des opérateurs américains.",
    causes: [
      {
        text: "L’appelé a refusé l’appel sur un téléphone.",
        evidence:
          "Un 180 est arrivé d’abord, puis le 603 quelques secondes plus tard, avec le libellé `Decline` et sans `v=analytics1`.",
      },
      {
        text: "L’outil d’analyse d’un opérateur a bloqué le numéro appelant.",
        evidence:
          "Le libellé est `Network Blocked`, ou l’en-tête `Reason` contient `cause=603` et `v=analytics1`. Aucun 180 ne l’a précédé.",
      },
      {
        text: "Une règle d’un PBX ou d’un fournisseur de trunk refuse l’appel.",
        evidence:
          "Le 603 arrive sans 180, depuis l’adresse du serveur, et après le même court délai à chaque tentative.",
      },
      {
        text: "Un Asterisk sur le chemin a reçu 504 du saut suivant.",
        evidence:
          "Le tronçon d’Asterisk vers l’appelé montre 504 et, un instant plus tard, le tronçon vers l’appelant montre 603.",
      },
    ],
    keywords: [
      "refusé",
      "appel refusé",
      "appel rejeté",
      "decline",
      "network blocked",
      "603+",
      "bloqué comme spam",
      "appel bloqué par l’opérateur",
      "atis-1000099",
    ],
  },
  604: {
    gloss: "Cet utilisateur n’existe nulle part",
    says: "604 indique, avec autorité, que l’utilisateur de la Request-URI n’existe dans aucun domaine.",
    meaning:
      "Le serveur sait de source sûre que cet utilisateur n’existe ni chez lui ni ailleurs. Un 404 est tout aussi définitif, mais pour un seul domaine : la différence est la portée. Comme tout 6xx, 604 met fin à une bifurcation ; pendant un appel, il met fin au dialogue et à tous ses usages.",
    whenYouSeeIt:
      "Un serveur responsable d’une tranche de numéros sait que le numéro n’a pas de titulaire, par exemple après consultation d’une base de numéros. C’est rare : presque tous les serveurs en service envoient 404 pour un utilisateur inconnu.",
    howToFix: {
      caller:
        "Comparez le numéro ou l’adresse avec une source à jour, chiffre par chiffre. Une nouvelle tentative recevra la même réponse.",
      operator:
        "Trouvez le serveur qui a envoyé 604 et vérifiez que la tranche de numéros lui appartient. Si ce n’est pas le cas, faites-lui envoyer 404, pour que la route suivante puisse encore être essayée.",
      developer:
        "N’ouvrez pas de nouvelle branche, n’essayez pas d’autre route et ne programmez pas de nouvelle tentative. N’attendez pas de `Retry-After` : il n’est pas défini pour 604. Derrière Asterisk et FreeSWITCH, attendez-vous plutôt à un 404.",
    },
    sendIt:
      "Ne l’envoyez que si vous détenez la liste de référence des adresses de cet utilisateur dans tous les domaines. Envoyez 404 pour un utilisateur inconnu de votre propre domaine, et 480 pour un utilisateur connu dont aucun téléphone n’est enregistré.",
    causes: [
      {
        text: "Le numéro n’est pas attribué, et le serveur répond pour toute la tranche.",
        evidence: "Le 604 arrive en quelques millisecondes du serveur responsable de la tranche, sans 180.",
      },
      {
        text: "Un plan de numérotation envoie 604 pour tout numéro qu’il ne connaît pas, même ceux d’autres serveurs.",
        evidence:
          "Le même numéro répond par une autre route, et un appel bifurqué se termine dès que cette branche envoie 604.",
      },
      {
        text: "Le numéro a été mal saisi, ou réécrit en route.",
        evidence:
          "La partie utilisateur de la Request-URI diffère entre l’`INVITE` du premier saut et celui du dernier.",
      },
    ],
    keywords: [
      "n’existe nulle part",
      "does not exist anywhere",
      "utilisateur inconnu",
      "numéro non attribué",
      "mauvais numéro",
      "numéro inexistant",
    ],
  },
  606: {
    gloss: "Aucun téléphone de l’utilisateur ne convient à cette session",
    says: "606 indique que l’utilisateur voudrait parler, mais qu’aucun de ses téléphones ne prend en charge la session telle qu’elle est proposée.",
    meaning:
      "Le téléphone a été joint, mais les médias, le débit ou le type d’adresse du SDP ne conviennent pas. C’est un 488 de plus grande portée : aucun autre téléphone de l’utilisateur n’acceptera cette offre non plus. Un en-tête `Warning` peut en donner la raison, et le corps peut énumérer ce qui conviendrait.",
    whenYouSeeIt:
      "L’offre n’a aucun codec en commun avec l’appelé, exige un chiffrement qu’il n’a pas, ou utilise une famille d’adresses qu’il ne peut joindre. La plupart des téléphones répondent 488 dans ce cas ; un 606 vient donc souvent d’une passerelle ou d’un serveur de conférence.",
    howToFix: {
      caller:
        "Réessayez sans vidéo ou sans chiffrement imposé. Si cela échoue aussi, indiquez l’heure de l’appel à votre assistance.",
      operator:
        "Comparez l’offre avec les codecs, le réglage SRTP et la famille d’adresses de l’appelé. Faites transcoder ou convertir par un SBC quand les deux côtés n’ont rien en commun.",
      developer:
        "Lisez `Warning` et le corps, puis envoyez un nouvel `INVITE` avec une offre modifiée. Ne répétez pas le même SDP. Attendez-vous à un 488 quand un B2BUA comme Asterisk ou FreeSWITCH se trouve entre les deux.",
    },
    sendIt:
      "Envoyez-le quand vous savez qu’aucun téléphone de l’utilisateur ne peut accepter cette offre, avec `Warning` et un corps qui énumère vos capacités. Un téléphone qui ne parle que pour lui-même envoie 488 : une bifurcation continue alors d’essayer les autres.",
    causes: [
      {
        text: "L’offre et l’appelé n’ont aucun codec en commun.",
        evidence:
          "`Warning` porte 305, ou l’appelé ne connaît aucun des types de charge utile de la ligne `m=audio` de l’`INVITE`.",
      },
      {
        text: "Un côté exige SRTP et l’autre offre du RTP en clair.",
        evidence: "La ligne `m=` annonce `RTP/AVP` alors que l’appelé veut `RTP/SAVP`, ou l’inverse.",
      },
      {
        text: "L’offre demande plus de débit que l’appelé n’en autorise.",
        evidence: "`Warning` porte 370, et le SDP a une ligne `b=` avec une valeur élevée.",
      },
    ],
    keywords: [
      "non acceptable",
      "not acceptable",
      "codecs incompatibles",
      "aucun codec commun",
      "srtp incompatible",
      "média non pris en charge",
    ],
  },
  607: {
    gloss: "Indésirable : l’appelé le signale comme spam",
    says: "607 indique que l’utilisateur appelé ne veut pas d’appels de cet appelant, et que le réseau peut en tirer les conséquences.",
    meaning:
      "L’appelé rejette cet appelant, et pas seulement cet appel : c’est la réponse d’un bouton antispam (RFC 8197). Le fournisseur peut bloquer le numéro pour cet utilisateur, le compter dans ses analyses ou remonter à l’origine de l’appel. Un client qui ne connaît pas 607 le traite comme 600.",
    whenYouSeeIt:
      "L’utilisateur a appuyé sur un bouton de blocage ou antispam avant de répondre. Pendant l’appel, le même geste produit un `BYE` avec `Reason: SIP;cause=607` au lieu d’une réponse. Les téléphones proposent ce bouton lorsque le serveur d’enregistrement a annoncé `sip.607`.",
    howToFix: {
      caller:
        "Cessez d’appeler cette personne depuis ce numéro. Si vous avez été signalé par erreur, réglez-le autrement que par un appel : SIP ne prévoit aucun moyen d’annuler ce signalement.",
      operator:
        "Comptez les 607 par numéro appelant et par client. Une hausse soudaine signifie qu’un client passe des appels non désirés ou que quelqu’un usurpe le numéro : vérifiez l’attestation dans `Identity`.",
      developer:
        "Traitez-le comme tout 6xx : pas d’autre branche, pas de nouvelle tentative. Recopiez le 607 dans l’en-tête `Reason` du `CANCEL` destiné aux autres téléphones, pour qu’ils puissent marquer l’appel dans leur journal.",
    },
    sendIt:
      "Ne l’envoyez qu’après que l’utilisateur a déclaré l’appelant indésirable, par un bouton ou par sa propre liste de blocage. Un appel refusé sans ce verdict relève du 603. Un intermédiaire qui bloque de lui-même envoie 608.",
    causes: [
      {
        text: "L’appelé a appuyé sur le bouton antispam pendant que le téléphone sonnait.",
        evidence: "Un 180 est arrivé d’abord, puis le 607 quelques secondes plus tard, depuis le téléphone.",
      },
      {
        text: "Le numéro de l’appelant figure dans la liste de blocage de l’appelé.",
        evidence: "Le téléphone répond 607 aussitôt, sans 180, et les appels d’un autre numéro le font sonner.",
      },
      {
        text: "Quelqu’un d’autre se sert du numéro comme identité usurpée.",
        evidence:
          "Le 607 ne touche qu’un seul numéro, et ses appels n’ont pas d’en-tête `Identity` ou en ont un d’attestation C.",
      },
    ],
    keywords: [
      "indésirable",
      "unwanted",
      "bouton spam",
      "bloqué par l’utilisateur",
      "démarchage",
      "robocall",
      "liste de blocage",
      "rfc 8197",
    ],
  },
  608: {
    gloss: "Rejeté par un intermédiaire, non par l’utilisateur",
    says: "608 indique qu’une machine entre l’appelant et l’appelé a rejeté l’appel comme indésirable, et à qui s’adresser.",
    meaning:
      "Un intermédiaire a estimé que l’utilisateur ne voudrait pas de l’appel, sans le consulter (RFC 8688). Il nomme un contact pour les réclamations dans une jCard signée : `Call-Info` avec `purpose=jwscard`. Les clients qui ne connaissent pas 608 le traitent comme 600.",
    whenYouSeeIt:
      "L’outil d’analyse de l’opérateur d’arrivée ou un service de blocage d’appels a pris le numéro pour celui d’un spammeur. Un appelant situé sur un ancien réseau entend une annonce en média précoce avant le 608. Les opérateurs américains utilisent 603+ à la place.",
    howToFix: {
      caller:
        "Demandez à l’entreprise nommée dans la réponse ou dans l’annonce pourquoi le numéro est bloqué. Rappeler dégrade encore la réputation du numéro.",
      operator:
        "Récupérez la carte que désigne `Call-Info` et adressez la réclamation à l’entreprise qu’elle nomme. Déclarez vos numéros auprès des sociétés d’analyse d’appels, et signez vos appels avec une attestation complète.",
      developer:
        "Envoyez `Feature-Caps: *;+sip.608` et affichez le contact indiqué par la carte. Vérifiez la signature et refusez une carte dont l’`iat` date de plus d’une minute environ. Pas de nouvelle tentative ni d’autre branche.",
    },
    sendIt:
      "Envoyez-le depuis un proxy, un SBC ou un service qui bloque de son propre chef, avec `Call-Info` et la carte signée. Si l’utilisateur a appuyé sur un bouton, c’est un 607. Les opérateurs des États-Unis envoient 603+ pour un blocage par analyse.",
    causes: [
      {
        text: "L’outil d’analyse d’un opérateur a classé le numéro appelant comme spam.",
        evidence: "Le 608 arrive sans 180 et porte un en-tête `Call-Info` avec `purpose=jwscard`.",
      },
      {
        text: "Les appels sont nombreux et courts, comme ceux d’un automate d’appel.",
        evidence:
          "Vos propres relevés montrent une rafale d’appels courts depuis ce numéro dans les heures qui précèdent le premier 608.",
      },
      {
        text: "L’appel n’est pas signé, ou l’est avec une attestation faible, et la politique le refuse.",
        evidence:
          "L’`INVITE` qui quitte votre réseau n’a pas d’en-tête `Identity`, ou sa revendication `attest` vaut C.",
      },
    ],
    keywords: [
      "rejeté",
      "rejected",
      "blocage d’appels",
      "bloqué par l’opérateur",
      "étiqueté spam",
      "jcard",
      "rfc 8688",
      "robocall",
    ],
  },
  666: {
    gloss: "Indésirable, par un code que personne n’a enregistré",
    says: "666 n’est pas enregistré : des équipements Avaya l’envoient avec le libellé `Unwanted`, et un client doit le lire comme 600.",
    meaning:
      "L’IANA ne connaît pas ce code. Les brouillons de la RFC 8197 employaient 666 pour un appel indésirable avant que le code ne devienne 607, et des produits Avaya l’envoient encore. D’après la règle des codes inconnus, un client le traite comme 600 : les autres branches d’une bifurcation se terminent aussi.",
    whenYouSeeIt:
      "Un système Avaya sur le chemin refuse l’appel comme indésirable. D’autres produits affichent le code comme inconnu, le comptent comme 600 ou le convertissent en un code à eux sur le tronçon suivant : Asterisk en fait un 500, FreeSWITCH un 480.",
    howToFix: {
      caller:
        "Considérez-le comme un refus : ne rappelez pas. Si vous pensez que votre numéro a été signalé par erreur, joignez l’appelé par un autre moyen.",
      operator:
        "Trouvez l’élément Avaya qui l’envoie et regardez ses règles de blocage. Faites convertir le 666 en 607 par le SBC en bordure de réseau, ou en 603 pour les pairs qui ne connaissent pas 607.",
      developer:
        "Traitez les 6xx inconnus comme 600, sans échouer pour autant. Gardez le code tel qu’il est arrivé dans les journaux et dans l’en-tête `Reason` : c’est le seul indice dont vous disposez.",
    },
    sendIt:
      "Ne l’envoyez jamais : aucun document ne le définit et aucun pair ne peut s’y fier. Envoyez 607 quand l’appelé a déclaré l’appelant indésirable, 608 quand c’est un intermédiaire, et 603 pour un simple refus.",
    causes: [
      {
        text: "Un système Avaya sur le chemin bloque l’appelant comme indésirable.",
        evidence:
          "La ligne d’état est `SIP/2.0 666 Unwanted`, et le `Server` ou le `User-Agent` de l’émetteur nomme Avaya.",
      },
      {
        text: "Un produit écrit d’après les brouillons de la RFC 8197 utilise encore ce code.",
        evidence: "Le libellé est `Unwanted`, et ni `Server` ni `User-Agent` ne nomme Avaya.",
      },
    ],
    keywords: ["666", "code non enregistré", "avaya", "indésirable", "unwanted", "code sip inconnu", "non standard"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
