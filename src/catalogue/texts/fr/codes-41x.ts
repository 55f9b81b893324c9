import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 417. */
export const codes41x = {
  410: {
    gloss: "Disparu définitivement, sans nouvelle adresse",
    says: "410 indique que l’adresse a existé et a disparu définitivement, et qu’aucune adresse de renvoi n’est connue.",
    meaning:
      "Le serveur sait que l’adresse ne reviendra pas et n’a rien vers quoi rediriger. S’il ne peut dire si c’est définitif, il devrait envoyer 404. Dans un dialogue, un 410 met fin au dialogue et à tous ses usages.",
    whenYouSeeIt:
      "Un numéro résilié ou changé sans avis, souvent comme traduction de la cause Q.850 22 par une passerelle. Ou un compte fermé sur un serveur qui garde trace des noms qu’il a eus.",
    howToFix: {
      caller:
        "Demandez à la personne un nouveau numéro ou une nouvelle adresse, et supprimez l’ancien. Un autre appel recevra la même réponse.",
      operator:
        "Retirez l’adresse des routes, des numéros abrégés et des groupes de recherche. Si les appelants doivent trouver le nouveau numéro, faites répondre 301 avec un `Contact` par l’ancien.",
      developer:
        "Ne réessayez pas et n’interrogez pas périodiquement. Proposez de supprimer le contact. Distinguez 410 de 404, où un numéro mal saisi est la raison la plus probable.",
    },
    sendIt:
      "Envoyez-le quand vous savez que l’adresse a disparu définitivement et qu’aucune autre n’est à indiquer. Envoyez 404 si vous n’en êtes pas sûr, 301 s’il existe une nouvelle adresse, et 480 si l’utilisateur doit revenir.",
    causes: [
      {
        text: "Le numéro a été changé ou résilié dans le réseau téléphonique.",
        evidence: "Le 410 vient d’une passerelle avec `Reason: Q.850;cause=22`, souvent après un 183 avec une annonce.",
      },
      {
        text: "Le compte a été fermé, et le serveur se souvient de son nom.",
        evidence: "Le 410 vient du serveur d’enregistrement du domaine, et un nom qui n’a jamais existé y reçoit 404.",
      },
    ],
    keywords: ["gone", "numéro changé", "numéro résilié", "compte fermé", "n’est plus en service", "disparu"],
  },
  411: {
    gloss: "Longueur requise, un code obsolète",
    says: "411 est un code de l’ancienne RFC 2543 pour une requête sans `Content-Length` ; la RFC 3261 l’a abandonné, et 400 le remplace.",
    meaning:
      "La RFC 2543 le prévoyait pour les serveurs qui refusent une requête sans `Content-Length`. Dans la RFC 3261, cet en-tête est obligatoire sur TCP et TLS, et sur UDP un corps finit avec son paquet. L’IANA ne répertorie pas ce code.",
    whenYouSeeIt:
      "Seulement avec de très anciens serveurs, ou avec un logiciel HTTP à qui l’on a appris SIP. Un serveur actuel qui ne trouve pas l’en-tête sur une connexion TCP envoie 400 ou ferme la connexion.",
    howToFix: {
      caller:
        "Le numéro composé n’est pas en cause. Faites passer le téléphone de TCP à UDP pour essayer, et signalez que vous avez reçu 411.",
      operator:
        "Mettez à jour le serveur qui l’envoie, et cherchez sur le chemin un équipement qui retire `Content-Length` ou sa forme compacte `l`.",
      developer:
        "Écrivez `Content-Length` dans chaque message, `Content-Length: 0` sans corps. Comptez des octets et non des caractères. Traitez un 411 reçu comme 400 : corrigez et renvoyez une fois.",
    },
    sendIt:
      "Ne l’envoyez pas. Sur TCP ou TLS, répondez 400 et fermez la connexion quand la fin d’un message est indéterminable. Sur UDP, prenez le reste du paquet pour corps, comme le dit la RFC 3261.",
    causes: [
      {
        text: "Le client n’écrit pas `Content-Length`.",
        evidence: "La requête est venue par TCP ou TLS et n’a ni `Content-Length` ni `l` parmi ses en-têtes.",
      },
      {
        text: "Un équipement du chemin perd l’en-tête en réécrivant le corps.",
        evidence:
          "La capture au client montre `Content-Length`, la capture au serveur montre la même requête sans lui.",
      },
    ],
    keywords: [
      "length required",
      "longueur requise",
      "content-length",
      "rfc 2543",
      "obsolète",
      "content-length manquant",
    ],
  },
  412: {
    gloss: "L’état publié n’est plus là",
    says: "412 indique qu’un `PUBLISH` se réfère à une publication que le serveur n’a plus ; le client doit publier de nouveau.",
    meaning:
      "L’étiquette d’entité de `SIP-If-Match` ne correspond à rien de ce que le serveur stocke : il ne peut donc ni rafraîchir, ni modifier, ni retirer cette publication (RFC 3903). Le client ne doit pas répéter la requête, et recommence par une publication complète.",
    whenYouSeeIt:
      "La présence et les voyants d’occupation après un redémarrage du serveur de présence, après une panne de réseau plus longue que l’`Expires` de la publication, ou avec plusieurs serveurs qui ne partagent pas leur état.",
    howToFix: {
      caller:
        "Réglez une fois de plus votre état de présence, ou déconnectez-vous puis reconnectez-vous. Si d’autres voient longtemps un ancien état, signalez-le.",
      operator:
        "Gardez les publications dans un stockage qui survit à un redémarrage, et faites-le utiliser par tous les serveurs de la grappe. Beaucoup de 412 au même moment désignent un redémarrage, des cas isolés des rafraîchissements tardifs.",
      developer:
        "Jetez l’étiquette d’entité et envoyez un `PUBLISH` avec le corps complet et sans `SIP-If-Match`. Ne répétez pas l’ancien. Rafraîchissez bien avant la fin d’`Expires`.",
    },
    sendIt:
      "Envoyez-le en réponse à un `PUBLISH` dont vous ne connaissez pas le `SIP-If-Match`. Envoyez 489 pour un paquet d’événements que vous n’avez pas, 415 pour un type de corps que vous ne savez pas lire, et 423 pour une durée sous votre minimum.",
    causes: [
      {
        text: "La publication a expiré avant l’arrivée de son rafraîchissement.",
        evidence:
          "Il s’écoule entre le dernier 200 et ce `PUBLISH` plus de temps que n’en accordait l’`Expires` de ce 200.",
      },
      {
        text: "Le serveur a perdu ses publications, ou un autre serveur de la grappe a été sollicité.",
        evidence:
          "Le 412 arrive bien avant l’échéance d’`Expires`, pour beaucoup d’utilisateurs à la fois ou d’une nouvelle adresse.",
      },
      {
        text: "Le client emploie une ancienne étiquette d’entité.",
        evidence:
          "Le `SIP-If-Match` n’est pas le `SIP-ETag` du 200 le plus récent, mais celui d’une réponse antérieure.",
      },
    ],
    keywords: [
      "conditional request failed",
      "requête conditionnelle échouée",
      "publish",
      "présence périmée",
      "sip-etag",
      "sip-if-match",
      "étiquette d’entité",
    ],
  },
  413: {
    gloss: "Le corps est trop gros",
    says: "413 indique que le corps de la requête est plus gros que ce que le serveur veut ou peut traiter.",
    meaning:
      "Les en-têtes ont été compris et le corps dépasse une limite de ce serveur. Avec `Retry-After`, la limite est temporaire. Elle ne porte que sur le corps : pour un message trop gros dans son ensemble, il y a 513.",
    whenYouSeeIt:
      "De longs messages texte, des images dans un `MESSAGE`, des documents de présence de nombreux contacts, le SDP d’un navigateur avec des dizaines de codecs et de candidats ICE.",
    howToFix: {
      caller:
        "Envoyez un message plus court, ou l’image par un autre moyen. Dans une application vidéo, désactivez ce dont vous n’avez pas besoin.",
      operator:
        "Cherchez la limite du serveur qui a répondu et comparez-la avec `Content-Length`. Retirez du SDP les codecs inutilisés, ou relevez la limite là où le chemin est en TCP ou TLS.",
      developer:
        "Renvoyez avec un corps plus petit ou sans corps, dans une nouvelle transaction avec un `CSeq` plus élevé. Désignez un gros contenu par une URL. Respectez `Retry-After` s’il est là.",
    },
    sendIt:
      "Envoyez-le quand le corps dépasse ce que vous traitez, avec `Retry-After` si cela doit passer. Vous pouvez fermer la connexion pour arrêter la suite. Envoyez 513 quand le message entier est trop long, et 415 quand seul son type ne convient pas.",
    causes: [
      {
        text: "L’offre d’un navigateur a tant de codecs et de candidats qu’un SBC la refuse.",
        evidence:
          "`Content-Length` vaut plusieurs milliers d’octets, avec des dizaines de lignes `a=candidate` ou `a=rtpmap`, et le 413 arrive aussitôt.",
      },
      {
        text: "Un message texte ou une publication dépasse la limite du serveur.",
        evidence: "Le `MESSAGE` court d’un utilisateur reçoit 200, et son message long reçoit 413 de la même adresse.",
      },
    ],
    keywords: ["request entity too large", "corps trop gros", "message trop long", "sdp trop gros", "pièce jointe"],
  },
  414: {
    gloss: "La ligne d’adresse est trop longue",
    says: "414 indique que la Request-URI est plus longue que ce que ce serveur accepte de lire.",
    meaning:
      "Le serveur ne veut pas interpréter une Request-URI aussi longue. C’est une limite du saut qui a répondu, et l’appelé ne sait rien de l’appel. La RFC 3261 ne fixe aucun nombre : chaque produit a le sien.",
    whenYouSeeIt:
      "Rare. Des redirections qui placent des en-têtes entiers dans l’URI du `Contact`, des jetons ou des données de conférence dans les paramètres d’URI, ou une règle de réécriture qui ajoute le même paramètre à chaque passage.",
    howToFix: {
      caller: "Composez le numéro ou l’adresse courte au lieu d’un lien copié. S’il était déjà court, signalez-le.",
      operator:
        "Trouvez le serveur qui a répondu et lisez la Request-URI qu’il a reçue. Supprimez les règles qui ajoutent des paramètres, et relevez la limite si l’adresse est juste.",
      developer:
        "Raccourcissez l’URI et renvoyez : déplacez des données des paramètres d’URI vers des en-têtes ou le corps. Contrôlez l’URI venue d’un `Contact` avant de l’utiliser.",
    },
    sendIt:
      "Envoyez-le quand la Request-URI dépasse la limite de votre analyseur. Envoyez 513 quand le message entier est trop long, 400 quand l’URI est mal formée, et 483 quand elle a grossi dans une boucle et que `Max-Forwards` vaut 0.",
    causes: [
      {
        text: "Une règle de réécriture ajoute un paramètre ou un préfixe à chaque passage de la requête.",
        evidence:
          "La Request-URI a plusieurs fois le même paramètre ou les mêmes chiffres, et la liste des `Via` montre plus d’une fois le même serveur.",
      },
      {
        text: "Une redirection est venue avec des en-têtes ou de longs jetons dans son `Contact`.",
        evidence:
          "Un 3xx qui le précède a un `Contact` de plusieurs centaines de caractères, avec un point d’interrogation et des en-têtes échappés.",
      },
    ],
    keywords: ["request-uri too long", "uri trop longue", "longueur url", "adresse trop longue"],
  },
  415: {
    gloss: "Type de corps non compris",
    says: "415 indique que le serveur ne sait pas lire le corps de la requête : son type, son codage ou sa langue n’est pas pris en charge.",
    meaning:
      "Le corps a un format que ce serveur ne prend pas en charge pour cette méthode. La réponse doit énumérer ce qu’il accepte, dans `Accept`, `Accept-Encoding` ou `Accept-Language`. Il s’agit de la nature du corps, non des codecs à l’intérieur du SDP.",
    whenYouSeeIt:
      "Des tonalités de clavier envoyées par `INFO` à un pair qui ne les lit pas, un `INVITE` avec ISUP à côté du SDP (SIP-I) à un simple téléphone SIP, un `MESSAGE` en HTML, une présence dans un format plus ancien.",
    howToFix: {
      caller:
        "Si les touches restent sans effet pendant un appel, réglez le DTMF de votre téléphone sur RFC 4733, dite aussi RFC 2833. Envoyez les messages en texte brut.",
      operator:
        "Comparez `Content-Type` avec l’`Accept` du 415. Réglez le DTMF des deux côtés sur RFC 4733, et désactivez SIP-I ou les corps multipart vers les trunks qui veulent un simple SDP.",
      developer:
        "Renvoyez avec un type d’`Accept`, dans une nouvelle transaction avec un `CSeq` plus élevé. Marquez les parties facultatives d’un corps multipart avec `handling=optional`, pour qu’on puisse les sauter.",
    },
    sendIt:
      "Envoyez-le quand vous ne savez pas lire le corps, et énumérez dans `Accept` ce que vous savez lire. Envoyez 488 quand vous lisez le SDP et que ses médias ne vous conviennent pas, 469 pour un Info Package inconnu, et 400 pour un corps mal formé.",
    causes: [
      {
        text: "Le DTMF est envoyé par `INFO`, et l’autre côté ne l’accepte pas.",
        evidence:
          "Chaque touche produit un `INFO` avec `Content-Type: application/dtmf-relay`, et chacun d’eux reçoit 415.",
      },
      {
        text: "Le corps est multipart, avec une partie ISUP, de localisation ou QSIG à côté du SDP.",
        evidence: "L’`INVITE` a `Content-Type: multipart/mixed`, et l’`Accept` du 415 n’énumère qu’`application/sdp`.",
      },
    ],
    keywords: [
      "unsupported media type",
      "type de média non pris en charge",
      "content-type",
      "dtmf ne fonctionne pas",
      "sip info",
      "multipart",
      "sip-i",
    ],
  },
  416: {
    gloss: "Type d’adresse inconnu",
    says: "416 indique que le serveur ne connaît pas le type d’adresse de la Request-URI, comme `tel:` à la place de `sip:`.",
    meaning:
      "Le schéma en tête de la Request-URI, par exemple `tel:` ou `urn:`, est inconnu de ce serveur. L’appelé n’a pas été sollicité. Le client devrait réessayer avec une URI SIP. Dans un dialogue, un 416 met fin au dialogue.",
    whenYouSeeIt:
      "Des appels de systèmes IMS ou Microsoft qui composent `tel:+4930123456` vers un PBX qui veut `sip:`. Les anciennes versions d’Asterisk répondent 416 à toute URI tel. Des appels d’urgence vers `urn:service:sos` sur un serveur simple.",
    howToFix: {
      caller:
        "Composez le numéro avec le domaine de votre fournisseur, comme dans `sip:+4930123456@example.com`, ou choisissez cette forme dans les réglages du téléphone.",
      operator:
        "Faites convertir `tel:` en `sip:` avec le domaine et `user=phone` par le SBC ou le proxy placé devant, ou mettez le serveur à jour. Vérifiez que les URN d’urgence sont routées avant que l’appel ne quitte votre site.",
      developer:
        "Répétez la requête avec une URI SIP : le numéro devient la partie utilisateur, avec `user=phone`. Ne changez pas `sips:` en `sip:` sans le dire à l’utilisateur, car cela abandonne TLS sur le trajet.",
    },
    sendIt:
      "Envoyez-le quand vous ne connaissez pas le schéma de la Request-URI. Envoyez 404 quand vous connaissez le schéma mais pas l’utilisateur, 484 quand le numéro est incomplet, et 420 quand `Require` nomme quelque chose d’inconnu.",
    causes: [
      {
        text: "L’appelant compose une URI tel, et le serveur ne connaît que les URI SIP.",
        evidence:
          "La première ligne est du genre `INVITE tel:+4930123456 SIP/2.0`, et le 416 vient aussitôt du premier serveur derrière le SBC.",
      },
      {
        text: "La requête vise `sips:`, et le serveur ne connaît pas ce schéma.",
        evidence: "La Request-URI commence par `sips:`, et le même appel avec `sip:` passe.",
      },
    ],
    keywords: ["unsupported uri scheme", "schéma d’uri non pris en charge", "uri tel", "sips", "urn", "teams", "ims"],
  },
  417: {
    gloss: "Valeur de priorité inconnue",
    says: "417 indique que le serveur ne connaît aucune des valeurs de priorité qu’exige la requête.",
    meaning:
      "La requête a `Require: resource-priority`, et aucune des valeurs de `Resource-Priority` n’est connue ici (RFC 4412). Sans ce `Require`, le serveur doit ignorer les valeurs inconnues et continuer en priorité normale.",
    whenYouSeeIt:
      "Les réseaux gouvernementaux, militaires et d’urgence, où des appels portent des valeurs comme `ets.0` ou `dsn.flash` au-delà d’une frontière, vers un réseau qui utilise un autre espace de noms.",
    howToFix: {
      caller:
        "Appelez sans priorité si votre téléphone vous laisse le choix. L’administrateur du service prioritaire doit faire le reste.",
      operator:
        "Lisez `Accept-Resource-Priority` dans le 417 s’il y est. Faites traduire les espaces de noms par l’équipement de frontière, ou retirez `resource-priority` de `Require` pour ce voisin.",
      developer:
        "Renvoyez avec une valeur d’`Accept-Resource-Priority` à laquelle l’utilisateur a droit, ou avec l’étiquette d’option dans `Supported` seulement. Énumérez plusieurs espaces de noms quand l’appel traverse des réseaux.",
    },
    sendIt:
      "Ne l’envoyez que si `Require` a `resource-priority` et que vous ne connaissez aucune des valeurs, et ajoutez `Accept-Resource-Priority` si votre politique le permet. Sinon, traitez l’appel comme normal. Envoyez 403 à un utilisateur qui n’a pas droit à la valeur.",
    causes: [
      {
        text: "Les réseaux utilisent des espaces de noms différents, et rien ne traduit de l’un à l’autre.",
        evidence:
          "`Resource-Priority` a un espace de noms comme `dsn`, et l’`Accept-Resource-Priority` du 417 n’en énumère que d’autres.",
      },
      {
        text: "Le client exige la priorité là où il devrait seulement la proposer.",
        evidence: "L’`INVITE` a `Require: resource-priority`, et le même appel sans cette ligne réussit.",
      },
    ],
    keywords: [
      "resource-priority",
      "appel prioritaire",
      "priorité inconnue",
      "ets",
      "dsn",
      "urgence gouvernementale",
      "mlpp",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
