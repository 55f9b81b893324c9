import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 425. */
export const codes41x42x = {
  410: {
    gloss: "Disparu pour de bon, sans nouvelle adresse",
    says: "410 indique que l’adresse a existé et a disparu pour de bon, et qu’aucune adresse de renvoi n’est connue.",
    meaning:
      "Le serveur sait que l’adresse ne reviendra pas et n’a rien vers quoi rediriger. S’il ne peut dire si c’est définitif, il devrait envoyer 404. Dans un dialogue, un 410 met fin au dialogue et à tous ses usages.",
    whenYouSeeIt:
      "Un numéro résilié ou changé sans avis, souvent comme traduction de la cause Q.850 22 par une passerelle. Aussi un compte fermé sur un serveur qui garde trace des noms qu’il a eus.",
    howToFix: {
      caller:
        "Demandez à la personne un nouveau numéro ou une nouvelle adresse, et supprimez l’ancien. Un autre appel recevra la même réponse.",
      operator:
        "Retirez l’adresse des routes, des numéros abrégés et des groupes de recherche. Si les appelants doivent trouver le nouveau numéro, faites répondre 301 avec un `Contact` par l’ancien.",
      developer:
        "Ne réessayez pas et n’interrogez pas périodiquement. Proposez de supprimer le contact. Distinguez 410 de 404, où un numéro mal saisi est la raison la plus probable.",
    },
    sendIt:
      "Envoyez-le quand vous savez que l’adresse a disparu pour de bon et qu’aucune autre n’est à indiquer. Envoyez 404 si vous n’en êtes pas sûr, 301 s’il existe une nouvelle adresse, et 480 si l’utilisateur doit revenir.",
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
      "Seulement avec de très anciens serveurs, ou avec un logiciel HTTP à qui l’on a appris SIP. Un serveur actuel à qui l’en-tête manque sur une connexion TCP envoie 400 ou ferme la connexion.",
    howToFix: {
      caller:
        "Le numéro composé n’est pas en cause. Faites passer le téléphone de TCP à UDP pour essayer, et signalez que 411 est revenu.",
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
    says: "412 indique qu’un `PUBLISH` se réfère à une publication que le serveur n’a plus ; le client doit publier à neuf.",
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
      "Envoyez-le à un `PUBLISH` dont vous ne connaissez pas le `SIP-If-Match`. Envoyez 489 pour un paquet d’événements que vous n’avez pas, 415 pour un type de corps que vous ne savez pas lire, et 423 pour une durée sous votre minimum.",
    causes: [
      {
        text: "La publication a expiré avant l’arrivée de son rafraîchissement.",
        evidence:
          "Il s’écoule entre le dernier 200 et ce `PUBLISH` plus de temps que n’en accordait l’`Expires` de ce 200.",
      },
      {
        text: "Le serveur a perdu ses publications, ou un autre serveur de la grappe a été sollicité.",
        evidence:
          "Le 412 vient bien avant l’échéance d’`Expires`, pour beaucoup d’utilisateurs à la fois ou d’une nouvelle adresse.",
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
          "`Content-Length` vaut plusieurs milliers d’octets, avec des dizaines de lignes `a=candidate` ou `a=rtpmap`, et le 413 vient aussitôt.",
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
      "Envoyez-le quand vous ne savez pas lire le corps, et énumérez dans `Accept` ce que vous savez lire. Envoyez 488 quand vous lisez le SDP et que ses médias ne vous conviennent pas, 469 pour un Info Package inconnu, et 400 pour un corps abîmé.",
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
    gloss: "Genre d’adresse inconnu",
    says: "416 indique que le serveur ne connaît pas le genre d’adresse de la Request-URI, comme `tel:` à la place de `sip:`.",
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
    says: "417 indique que le serveur ne connaît aucune des valeurs de priorité sur lesquelles la requête insiste.",
    meaning:
      "La requête a `Require: resource-priority`, et aucune des valeurs de `Resource-Priority` n’est connue ici (RFC 4412). Sans ce `Require`, le serveur doit ignorer les valeurs inconnues et continuer en priorité normale.",
    whenYouSeeIt:
      "Les réseaux gouvernementaux, militaires et d’urgence, où des appels portent des valeurs comme `ets.0` ou `dsn.flash` au-delà d’une frontière, vers un réseau qui utilise un autre espace de noms.",
    howToFix: {
      caller:
        "Appelez sans priorité si votre téléphone vous laisse le choix. L’administrateur du service prioritaire doit faire le reste.",
      operator:
        "Lisez `Accept-Resource-Priority` dans le 417 s’il y est. Faites traduire l’élément de frontière entre les espaces de noms, ou retirez `resource-priority` de `Require` pour ce voisin.",
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
        text: "Le client insiste sur la priorité là où il devrait seulement la proposer.",
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
  420: {
    gloss: "Extension exigée, non prise en charge",
    says: "420 indique que la requête insiste sur une extension que ce serveur ne prend pas en charge, et nomme cette extension.",
    meaning:
      "Une étiquette d’option dans `Require` ou, pour un proxy, dans `Proxy-Require`, est inconnue ou désactivée sur le serveur qui a répondu. `Unsupported` DOIT l’énumérer. Le client devrait renvoyer la requête sans cette extension.",
    whenYouSeeIt:
      "`Require: 100rel` vers un téléphone dont `PRACK` est désactivé, ce que fait Asterisk avec `100rel=no`. `Require: timer`, `replaces` ou `sec-agree` vers des appareils qui ne les ont jamais eus.",
    howToFix: {
      caller:
        "Rien n’est faux dans le numéro composé. Dites à l’administrateur de quel téléphone ou trunk il s’agit et ce qui a été mis à jour en dernier.",
      operator:
        "Lisez `Unsupported` dans le 420, et faites passer cette fonction, du côté appelant, d’exigée à prise en charge. Ou activez-la du côté qui répond : `PRACK` est la plus fréquente.",
      developer:
        "Renvoyez sans ce qu’énumère `Unsupported`, dans une nouvelle transaction avec un `CSeq` plus élevé. Ne mettez dans `Require` que ce dont l’appel ne peut se passer, et le reste dans `Supported`.",
    },
    sendIt:
      "Envoyez-le quand `Require` a une étiquette d’option que vous ne prenez pas en charge, avec toutes ces étiquettes dans `Unsupported`. Un proxy ne regarde que `Proxy-Require`. Ne l’envoyez jamais à `ACK` ou à `CANCEL`. Envoyez 421 quand c’est vous qui insistez.",
    causes: [
      {
        text: "L’appelant insiste sur `PRACK`, et le côté qui répond l’a désactivé.",
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
    says: "421 indique que le serveur insiste sur une extension que la requête n’annonce pas comme prise en charge.",
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
        "Renvoyez avec l’étiquette dans `Supported`, si vous avez réellement l’extension. Pour `sec-agree`, lisez `Security-Server` et engagez d’abord un de ses mécanismes.",
    },
    sendIt:
      "Ne l’envoyez que si aucun service utile n’est possible sans l’extension, avec cette extension dans `Require`. Sinon, continuez en SIP ordinaire. Envoyez 494 quand le client annonce `sec-agree` dans `Supported` et doit maintenant s’en servir.",
    causes: [
      {
        text: "`PRACK` ou les temporisateurs de session sont réglés sur exigé dans le serveur.",
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
      "Envoyez-le à `INVITE` ou `UPDATE` quand `Session-Expires` est sous votre minimum, avec `Min-SE`. Comme proxy, seulement si `Supported` a `timer` : sinon, relevez vous-même les deux en-têtes. Ne demandez jamais moins de 90 s.",
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
      "Le serveur ne garde pas une liaison ou un état pour un temps si bref. `Min-Expires` donne le minimum qu’il respecte. Pour `REGISTER` et `SUBSCRIBE`, seule une durée supérieure à zéro et inférieure à une heure peut être refusée.",
    whenYouSeeIt:
      "Un téléphone réglé pour s’enregistrer toutes les 30 s afin de tenir le NAT ouvert, sur un serveur au minimum de 60 s ou plus. Asterisk l’envoie d’après `minimum_expiration`. Kamailio relève plutôt la durée à `min_expires`.",
    howToFix: {
      caller:
        "Réglez la durée d’enregistrement du téléphone sur 3600 s, ou sur ce qu’indique le fournisseur. Tenez le NAT ouvert par le réglage de maintien (keepalive) et non par des enregistrements courts.",
      operator:
        "Comparez l’`Expires` de la requête avec le `Min-Expires` du 423. Abaissez le minimum si des téléphones sur réseau mobile en ont besoin, ou provisionnez des durées plus longues et utilisez un maintien par CRLF ou STUN.",
      developer:
        "Répétez avec, partout dans la requête, des durées au moins égales à `Min-Expires`, y compris le paramètre `expires` de chaque `Contact`. Prenez un `CSeq` plus élevé, et retenez la valeur pour la prochaine fois.",
    },
    sendIt:
      "Envoyez-le à `REGISTER`, `SUBSCRIBE` ou `PUBLISH` avec une durée sous votre minimum, toujours avec `Min-Expires`. Jamais pour `Expires: 0`, qui y met fin. Une durée trop longue, vous pouvez la raccourcir dans le 200.",
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
    says: "424 indique que la localisation jointe à la requête est fausse ou inutilisable, et que le serveur en a besoin d’une.",
    meaning:
      "Le serveur doit savoir où se trouve l’appelant et ne peut se servir de ce qu’il a reçu (RFC 6442). `Geolocation-Error` DOIT dire pourquoi : 100 inutilisable, 200 autorisation absente, 300 non récupérable. Un dialogue existant reste en vie.",
    whenYouSeeIt:
      "Les appels d’urgence et ceux qui dépendent du lieu. Un réseau d’urgence ou un proxy qui a sa propre connaissance l’envoie, et peut mettre dans le corps du 424 la localisation à laquelle il croit.",
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
    says: "425 indique que l’alerte envoyée par un capteur ou un appareil est si mal formée qu’aucune intervention ne peut en être décidée.",
    meaning:
      "Un service d’urgence ou un serveur du chemin ne peut se servir du document d’alerte (CAP) de la requête, et rien d’autre en elle n’y aide (RFC 8876). `AlertMsg-Error` DOIT dire ce qui ne va pas. Un dialogue existant continue.",
    whenYouSeeIt:
      "Des appareils d’alarme qui envoient un `MESSAGE` à un service d’urgence sans que personne n’appelle : alarmes d’intrusion et d’incendie, capteurs de choc. Hors des réseaux d’urgence de nouvelle génération, il ne se rencontre pas.",
    howToFix: {
      caller:
        "Si c’est urgent, appelez le numéro d’urgence de vive voix, puis faites contrôler l’appareil d’alarme par son installateur.",
      operator:
        "Lisez `AlertMsg-Error` : 100 à 103 distinguent une alerte impossible à traiter, absente, trop peu parlante ou corrompue. Essayez l’appareil avec un service de test.",
      developer:
        "Validez le document CAP contre son schéma avant de l’envoyer, et vérifiez que `Call-Info` avec `purpose=EmergencyCallData.cap` nomme son `Content-ID`. Corrigez et renvoyez, jamais à l’identique.",
    },
    sendIt:
      "Ne l’envoyez que si l’alerte est inutilisable et que rien d’autre dans la requête ne permet d’agir, avec `AlertMsg-Error`. Jamais pour une requête sans alerte. Si vous pouvez continuer, acceptez et ajoutez `AlertMsg-Error` au 200.",
    causes: [
      {
        text: "Le document CAP est corrompu ou enfreint son schéma.",
        evidence:
          "`AlertMsg-Error: 103` dans le 425, et le XML du corps finit trop tôt ou n’a pas des éléments que CAP exige.",
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
