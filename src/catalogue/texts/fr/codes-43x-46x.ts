import type { CodeTexts } from "../texts.ts";

export const codes43x46x = {
  428: {
    gloss: "Signer d’abord l’identité de l’appelant",
    says: "428 indique que le réseau appelé n’accepte cet appel qu’avec un en-tête `Identity` signé, qui manque.",
    meaning:
      "Un service de vérification (RFC 8224) dans le réseau ou le téléphone appelé exige une signature du numéro de l’appelant, et n’a trouvé aucun en-tête `Identity` utilisable. Ce code ne dit pas que l’appelant ment : il n’y avait rien à vérifier. Avec une signature, le même appel peut passer.",
    whenYouSeeIt:
      "Un appel entre non signé dans un réseau STIR/SHAKEN : le fournisseur ne signe pas, un saut a retiré l’en-tête, ou le chemin a traversé un trunk TDM. Beaucoup de réseaux laissent passer ces appels et se contentent de les marquer comme non vérifiés.",
    howToFix: {
      caller:
        "Demandez à votre fournisseur s’il signe vos appels. Appelez depuis un numéro que le fournisseur vous a attribué.",
      operator:
        "Cherchez `Identity` au dernier saut à l’intérieur de votre réseau. Activez la signature pour ce trunk, faites transmettre l’en-tête par votre SBC, et utilisez TCP ou TLS quand il rend les requêtes trop longues pour UDP.",
      developer:
        "Renvoyez la requête avec un en-tête `Identity` d’un `ppt` pris en charge, une fois au plus. C’est un service d’authentification muni du bon certificat qui signe, en règle générale non le téléphone.",
    },
    sendIt:
      "Envoyez-le quand votre politique exige une signature et qu’il n’est venu aucun en-tête `Identity`, ni sans `ppt` ni d’un type pris en charge. Envoyez 438 quand il en est venu un, mais défectueux, 436 quand son certificat ne peut être récupéré.",
    causes: [
      {
        text: "Le fournisseur de l’appelant ne signe pas les appels.",
        evidence: "L’`INVITE` quitte le SBC du fournisseur sans en-tête `Identity`, pour tous les numéros.",
      },
      {
        text: "Un saut sur le chemin a retiré l’en-tête.",
        evidence: "Le premier saut montre `Identity`, et le dernier saut avant le 428 ne le montre pas.",
      },
      {
        text: "Le vérificateur ne prend pas en charge le `ppt` de la signature.",
        evidence: "`Identity` est là avec un `ppt` comme `div` seulement, sans un second portant `shaken`.",
      },
    ],
    keywords: [
      "identity required",
      "identité requise",
      "use identity header",
      "stir/shaken",
      "appel non signé",
      "passport",
      "attestation",
      "man",
    ],
  },
  429: {
    gloss: "Prouver qui a transféré cet appel",
    says: "429 indique qu’un jeton `Referred-By` signé est exigé, qui prouve qui a demandé ce transfert.",
    meaning:
      "L’appel vient d’un transfert, et la cible veut la preuve de qui l’envoie. L’en-tête `Referred-By` n’a pas de jeton signé valide (RFC 3892). Le transféré renvoie le 429 à l’auteur du transfert dans un `NOTIFY`. Un transféré peut aussi répondre ainsi au `REFER` lui-même.",
    whenYouSeeIt:
      "Une cible de transfert sécurisée refuse un appel au `Referred-By` non signé. C’est rare : le jeton repose sur S/MIME, que peu de téléphones prennent en charge, aussi la plupart des cibles acceptent-elles l’en-tête sans preuve ou l’ignorent-elles.",
    howToFix: {
      caller:
        "Appelez la cible directement au lieu d’être transféré : un appel direct n’a pas de `Referred-By` à prouver.",
      operator:
        "Trouvez quel élément exige le jeton. Dans la plupart des réseaux, mieux vaut ne se fier au `Referred-By` que s’il vient de votre propre PBX, et le retirer à la frontière.",
      developer:
        "En tant qu’auteur du transfert, envoyez un nouveau `REFER` avec un jeton valide. En tant que transféré, recopiez `Referred-By` et le jeton tels quels, et signalez le 429 dans le `NOTIFY` avec `message/sipfrag`.",
    },
    sendIt:
      "Envoyez-le en réponse à une requête issue d’un transfert quand vous exigez un jeton `Referred-By` valide et qu’il est absent, périmé ou invalide. Pour une signature de l’appelant lui-même, envoyez 428.",
    causes: [
      {
        text: "Le téléphone de l’auteur du transfert ne sait pas signer de jeton.",
        evidence: "Le `REFER` a un `Referred-By` sans paramètre `cid`, et aucune partie de corps signée.",
      },
      {
        text: "Le transféré ou un B2BUA a perdu le jeton.",
        evidence: "Le `REFER` a une partie de corps avec le jeton, et le nouvel `INVITE` n’en a pas.",
      },
      {
        text: "Le jeton est trop ancien, ou fait pour une autre cible.",
        evidence:
          "La `Date` à l’intérieur du jeton est passée depuis longtemps, ou son `Refer-To` diffère de la Request-URI.",
      },
    ],
    keywords: [
      "provide referrer identity",
      "referred-by",
      "transfert refusé",
      "jeton refer",
      "transfert échoue",
      "identité du référent",
    ],
  },
  430: {
    gloss: "La connexion vers le téléphone a disparu",
    says: "430 indique que la connexion mémorisée vers le téléphone a échoué, tandis qu’une autre vers le même téléphone peut fonctionner.",
    meaning:
      "Un téléphone derrière un NAT garde un flux ouvert vers un proxy de périphérie (RFC 5626), et ce flux n’existe plus. Le proxy de périphérie le signale au proxy responsable de l’utilisateur, qui essaie un autre flux du même téléphone. Un téléphone ne devrait jamais le voir : vers l’amont, il devient 480.",
    whenYouSeeIt:
      "Un proxy de périphérie a redémarré et perdu ses connexions, un NAT a oublié l’association, ou un téléphone mobile a changé de réseau. Le serveur d’enregistrement détient encore la liaison sur l’ancien flux.",
    howToFix: {
      caller:
        "Rappelez dans une minute ou deux : le téléphone ouvre une nouvelle connexion dès qu’il s’en aperçoit. Un appelant devrait voir 480 et non 430.",
      operator:
        "Supprimez la liaison du flux en échec. Donnez deux proxys de périphérie aux téléphones, pour qu’un second flux existe. Comparez `Flow-Timer` avec le délai d’oubli du NAT placé devant les téléphones.",
      developer:
        "En tant que proxy responsable, essayez un autre flux avec le même `+sip.instance` et un autre `reg-id`. Ne le faites que sur 408 et 430 : toute autre réponse finale est celle du téléphone.",
    },
    sendIt:
      "En tant que proxy de périphérie, envoyez-le quand le jeton de flux est valide et que son flux a disparu. Un jeton de flux falsifié relève du 403. Vers un appelant, le proxy responsable envoie plutôt 480.",
    causes: [
      {
        text: "Le proxy de périphérie a redémarré et perdu ses connexions TCP ou TLS.",
        evidence:
          "Tous les utilisateurs de ce proxy reçoivent 430 à partir du même instant, jusqu’à ce que leurs téléphones s’enregistrent de nouveau.",
      },
      {
        text: "Le NAT a oublié l’association parce que les messages de maintien étaient trop rares.",
        evidence:
          "Les messages de maintien du téléphone sont plus espacés que la durée d’inactivité après laquelle les appels commencent à échouer.",
      },
      {
        text: "Le téléphone est passé d’un réseau à un autre sans nouvel enregistrement.",
        evidence:
          "Le prochain `REGISTER` du téléphone a le même `+sip.instance` et le même `reg-id`, mais une autre adresse source.",
      },
    ],
    keywords: [
      "flow failed",
      "flux rompu",
      "outbound",
      "expiration nat",
      "connexion perdue",
      "proxy de périphérie",
      "téléphone injoignable",
    ],
  },
  433: {
    gloss: "Les appels anonymes ne sont pas acceptés",
    says: "433 indique que l’appel a été refusé parce que l’appelant masque son numéro ou son nom.",
    meaning:
      "L’appelé, ou un serveur qui agit pour lui, rejette les appels dont l’appelant a volontairement caché son identité. Le même appel avec le numéro affiché serait admis. Un numéro simplement absent ou invérifiable n’est pas anonyme au sens de la RFC 5079.",
    whenYouSeeIt:
      "Le rejet des appels anonymes est actif chez l’appelé, et l’appelant masque son numéro. Beaucoup de systèmes diffusent une annonce ou répondent 403 ou 603 dans ce cas, si bien que les appelants voient rarement le numéro 433.",
    howToFix: {
      caller:
        "Affichez votre numéro pour cet appel et recomposez : en Amérique du Nord, le préfixe `*82` le fait, ailleurs un réglage du téléphone ou de la ligne.",
      operator:
        "Vérifiez si l’appelé a activé ce rejet. Voyez aussi si un trunk ou un SBC masque des numéros sans qu’on le lui demande, avec `Privacy: id` ou `anonymous.invalid` dans `From`.",
      developer:
        "Demandez à l’utilisateur avant de rappeler avec l’identité affichée : un nouvel essai sans consentement est interdit (RFC 5079). Un réglage fait d’avance par l’utilisateur vaut consentement. Dans un dialogue, seule cette requête échoue.",
    },
    sendIt:
      "Envoyez-le quand `From` ou `Privacy` dit que l’appelant se cache volontairement et que l’appelé refuse ces appels. Un `P-Asserted-Identity` absent ne suffit pas. Une signature absente relève du 428, tout autre refus du 403 ou du 603.",
    causes: [
      {
        text: "L’appelant masque son numéro.",
        evidence: "L’`INVITE` a `Privacy: id`, ou `From` est `Anonymous` avec une URI dans `anonymous.invalid`.",
      },
      {
        text: "Un PBX ou un SBC rend anonymes tous les appels de ce trunk.",
        evidence: "`From` montre le numéro au premier saut et `anonymous.invalid` après le SBC.",
      },
      {
        text: "L’appelé a activé le rejet des appels anonymes sans le savoir.",
        evidence: "Le 433 vient du serveur de l’appelé sans 180, et les appels avec numéro passent.",
      },
    ],
    keywords: [
      "appel anonyme",
      "anonymity disallowed",
      "numéro masqué",
      "numéro privé",
      "numéro caché",
      "rejet des appels anonymes",
      "acr",
    ],
  },
  436: {
    gloss: "Le certificat du signataire ne peut être récupéré",
    says: "436 indique que le vérificateur n’a pu récupérer le certificat d’aucun en-tête `Identity` de l’appel.",
    meaning:
      "L’appel est signé, et le paramètre `info` d’`Identity` nomme une URL pour le certificat. Le service de vérification n’a pas pu l’y obtenir. La signature elle-même n’a pas été jugée. Avec plusieurs en-têtes `Identity`, il n’est envoyé que si tous échouent ainsi.",
    whenYouSeeIt:
      "Le serveur de certificats du fournisseur signataire est en panne, son URL est mal écrite ou joignable seulement de l’intérieur, ou le pare-feu du vérificateur ne laisse pas sortir HTTPS. Alors tous les appels d’un signataire, ou tous les appels signés, échouent.",
    howToFix: {
      caller:
        "La panne est dans le réseau de votre fournisseur ou dans celui de l’appelé. Signalez-la avec l’heure de l’appel et le numéro composé.",
      operator:
        "Prenez l’URL dans `info` et récupérez-la depuis une machine hors de votre réseau. Vérifiez le DNS, le certificat TLS et le pare-feu. En tant que vérificateur, contrôlez le chemin sortant et le cache.",
      developer:
        "Répétez l’appel une fois au plus, avec une URL `info` que le vérificateur peut atteindre. Servez les certificats en HTTPS public, et mettez en cache ceux que vous récupérez, pour qu’une courte panne n’arrête pas les appels.",
    },
    sendIt:
      "Envoyez-le quand vous ne pouvez obtenir le certificat d’aucun en-tête `Identity` et que votre politique refuse l’appel pour cela. Un certificat obtenu, mais auquel vous ne faites pas confiance, relève du 437, une signature qui ne concorde pas du 438.",
    causes: [
      {
        text: "Le serveur qui détient le certificat est en panne ou n’est pas public.",
        evidence:
          "La récupération de l’URL `info` depuis l’extérieur expire ou donne une erreur HTTP comme 404 ou 503.",
      },
      {
        text: "Le pare-feu ou le DNS du vérificateur lui-même bloque la récupération.",
        evidence: "Les appels de tous les signataires reçoivent 436, et l’URL `info` s’ouvre depuis d’autres réseaux.",
      },
      {
        text: "L’URL dans `info` est erronée ou a été changée en route.",
        evidence: "L’URL `info` de l’en-tête `Identity` diffère du `x5u` du PASSporT.",
      },
    ],
    keywords: [
      "bad identity info",
      "stir/shaken",
      "url du certificat",
      "x5u",
      "paramètre info",
      "certificat injoignable",
    ],
  },
  437: {
    gloss: "Le certificat du signataire n’est pas accepté",
    says: "437 indique que le vérificateur a le certificat du signataire et ne lui fait pas confiance ou ne peut s’en servir.",
    meaning:
      "Le certificat derrière `Identity` a été récupéré, et le service de vérification le rejette : il ne fait pas confiance à l’autorité qui l’a délivré, ou ne connaît pas son algorithme. Dans la RFC 4474, le libellé était `Unsupported Certificate`. Le numéro de l’appelant n’a pas été jugé.",
    whenYouSeeIt:
      "Un fournisseur signe avec un certificat de test ou issu d’une autorité hors de la liste agréée, ou un appel entre dans un pays qui a une autre liste. Tant que les listes ne concordent pas, tous les appels de ce signataire le reçoivent.",
    howToFix: {
      caller:
        "Rien sur le téléphone n’y change. Signalez-le à votre fournisseur : le certificat avec lequel il signe n’est pas accepté par le réseau appelé.",
      operator:
        "En tant que signataire, vérifiez qui a délivré le certificat, ses dates et son type de clé : SHAKEN exige ES256. En tant que vérificateur, renouvelez votre liste d’autorités agréées.",
      developer:
        "Signez de nouveau avec un justificatif que le vérificateur prend en charge, une fois au plus. Envoyez toute la chaîne avec le certificat. Ne retirez pas `Identity` pour faire passer l’appel : la réponse peut alors être 428.",
    },
    sendIt:
      "Envoyez-le quand le certificat est disponible et que vous ne faites pas confiance à son autorité ou ne connaissez pas son algorithme. Un certificat que vous ne pouvez récupérer relève du 436. Un bon certificat avec une mauvaise signature relève du 438.",
    causes: [
      {
        text: "L’autorité qui a délivré le certificat n’est pas sur la liste du vérificateur.",
        evidence: "L’émetteur du certificat que désigne `info` manque dans la liste des autorités agréées.",
      },
      {
        text: "Le certificat a expiré, ou c’est un certificat de test.",
        evidence: "Les dates du certificat n’incluent pas l’`iat` du PASSporT, ou son émetteur est un laboratoire.",
      },
      {
        text: "Le vérificateur ne connaît pas l’algorithme.",
        evidence: "L’`alg` dans `Identity` ou dans l’en-tête du PASSporT n’est pas `ES256`.",
      },
    ],
    keywords: [
      "unsupported credential",
      "unsupported certificate",
      "certificat non pris en charge",
      "stir/shaken",
      "autorité non reconnue",
      "certificat expiré",
    ],
  },
  438: {
    gloss: "La signature de l’appelant n’est pas valide",
    says: "438 indique que l’appel est signé, et qu’aucun de ses en-têtes `Identity` n’est valide.",
    meaning:
      "Le service de vérification n’a trouvé aucun en-tête `Identity` au PASSporT valide qu’il prenne en charge. Cela peut signifier une usurpation. Souvent, cela signifie seulement qu’un saut sur le chemin a changé le numéro ou la `Date` qui étaient signés (RFC 8224).",
    whenYouSeeIt:
      "Un opérateur de transit réécrit `From`, `To` ou `Date` après la signature, une redirection change le numéro appelé, ou un appel est rejoué. La plupart des réseaux notent l’échec de la vérification et livrent l’appel malgré tout.",
    howToFix: {
      caller:
        "Signalez-le à votre fournisseur. Votre appel a été modifié après la signature ou mal signé, et le téléphone ne peut y remédier.",
      operator:
        "Comparez `From`, `To` et `Date` chez le signataire et chez le vérificateur. Signez après la dernière réécriture des numéros. Signez en outre avec `ppt=div` un appel renvoyé.",
      developer:
        "Si le PASSporT était sous forme compacte, répétez une fois la requête avec la forme complète : elle montre ce qui a été signé. Mettez les numéros sous la forme canonique, chiffres seuls, avant de signer.",
    },
    sendIt:
      "Envoyez-le quand des en-têtes `Identity` sont venus, qu’aucun n’est valide et que votre politique refuse l’appel pour cela. Une `Date` périmée relève du 403. L’absence de tout `Identity` utilisable relève du 428.",
    causes: [
      {
        text: "Un saut a changé le numéro appelant ou appelé après la signature.",
        evidence:
          "L’`orig` ou le `dest` du PASSporT diffère de `From` ou de `To` tels que le vérificateur les a reçus.",
      },
      {
        text: "Un réseau de transit a changé l’en-tête `Date`.",
        evidence:
          "`Date` diffère entre le signataire et le vérificateur, et la forme compacte du PASSporT a été employée.",
      },
      {
        text: "La signature a été copiée d’un autre appel, ou falsifiée.",
        evidence:
          "La même valeur d’`Identity` figure dans des appels aux `Call-ID` différents, ou la clé n’est pas celle du certificat.",
      },
    ],
    keywords: [
      "invalid identity header",
      "invalid passport",
      "signature invalide",
      "stir/shaken",
      "numéro usurpé",
      "usurpation",
    ],
  },
  439: {
    gloss: "Le premier proxy ne connaît pas outbound",
    says: "439 indique que le serveur d’enregistrement prend en charge outbound, mais non le premier proxy sur le chemin du téléphone.",
    meaning:
      "Le téléphone a demandé dans son `REGISTER` à être joint par sa propre connexion (RFC 5626). Le serveur d’enregistrement le pourrait, mais le premier proxy n’a pas laissé de `Path` avec `ob` : les appels ne trouveraient donc pas le flux. L’enregistrement a échoué.",
    whenYouSeeIt:
      "Un téléphone avec `outbound` dans `Supported` et `reg-id` dans `Contact` s’enregistre à travers un ancien proxy ou SBC. Il apparaît aussi quand un répartiteur de charge qui ne le prend pas en charge a été placé devant le proxy de périphérie.",
    howToFix: {
      caller:
        "Désactivez sur le téléphone le réglage nommé outbound ou RFC 5626, ou saisissez l’autre proxy sortant de votre fournisseur.",
      operator:
        "Activez outbound dans le premier proxy, pour qu’il ajoute `Path` avec le paramètre `ob`. Dans Kamailio, ce sont les modules `outbound` et `path`. Ou laissez les téléphones atteindre directement le proxy de périphérie.",
      developer:
        "Enregistrez-vous de nouveau sans `reg-id`, ou par un autre proxy de l’ensemble : les deux sont permis. Maintenez dans tous les cas l’association NAT en vie.",
    },
    sendIt:
      "En tant que serveur d’enregistrement, envoyez-le quand le `REGISTER` a `reg-id`, et `outbound` dans `Supported`, et que le premier proxy n’a pas laissé de `Path` avec `ob`. Jamais sans `reg-id`, ni quand vous êtes vous-même le premier saut.",
    causes: [
      {
        text: "Le premier proxy ou SBC ne prend pas en charge la RFC 5626.",
        evidence:
          "Le `REGISTER` reçu par le serveur d’enregistrement a plus d’un `Via`, et aucun en-tête `Path` avec `ob`.",
      },
      {
        text: "Le premier proxy la prend en charge, et la fonction n’est pas configurée.",
        evidence: "`Path` est là sans `ob`, alors que le même produit l’ajoute ailleurs.",
      },
      {
        text: "Un répartiteur de charge devant le proxy de périphérie ajoute un saut.",
        evidence:
          "Le `Via` juste au-dessus de celui du téléphone appartient au répartiteur, et les échecs ont commencé à sa mise en place.",
      },
    ],
    keywords: [
      "outbound",
      "rfc 5626",
      "reg-id",
      "first hop lacks outbound support",
      "enregistrement échoue",
      "en-tête path",
    ],
  },
  440: {
    gloss: "La bifurcation deviendrait trop large",
    says: "440 indique qu’un proxy n’a pas le droit d’ouvrir autant de branches parallèles qu’il en faudrait à cette requête.",
    meaning:
      "`Max-Breadth` limite le nombre de branches d’une requête qui peuvent sonner en même temps sur tous les proxys, 60 en règle générale (RFC 5393). Ce qui en reste ici ne couvre pas la bifurcation parallèle. Cette limite protège des bifurcations qui se multiplient, et ne dit rien des utilisateurs.",
    whenYouSeeIt:
      "Un grand groupe d’appel contient des groupes qui bifurquent à leur tour, deux groupes se contiennent l’un l’autre, ou un client envoie un petit `Max-Breadth`. C’est rare, car un proxy peut aussi appeler les cibles l’une après l’autre.",
    howToFix: {
      caller:
        "Composez directement le numéro d’un membre du groupe. Dites à l’exploitant quel numéro de groupe échoue.",
      operator:
        "Cherchez des groupes dans des groupes et des renvois qui ramènent dans un groupe. Réduisez les grands groupes, ou faites sonner leurs membres tour à tour plutôt que tous à la fois.",
      developer:
        "En tant que proxy, bifurquez en série ou redirigez avant de renoncer. Rendez à la réserve la largeur des branches terminées. En tant que client, envoyez 60 ou omettez l’en-tête.",
    },
    sendIt:
      "En tant que proxy, envoyez-le quand `Max-Breadth` ne couvre pas la bifurcation parallèle et que vous ne pouvez ni bifurquer en série ni rediriger. Pour un chemin trop long, envoyez 483 ; pour une boucle, 482.",
    causes: [
      {
        text: "Des groupes d’appel se contiennent l’un l’autre, et les bifurcations se multiplient.",
        evidence:
          "`Max-Breadth` tombe de 60 à 1 en quelques sauts, et les mêmes groupes se répètent dans la Request-URI.",
      },
      {
        text: "Un groupe a plus de membres que la largeur restante.",
        evidence: "L’`INVITE` reçu par le proxy a un `Max-Breadth` inférieur au nombre de membres enregistrés.",
      },
      {
        text: "Le client part d’une valeur très petite.",
        evidence: "Le premier `INVITE` a déjà une valeur comme `Max-Breadth: 1`.",
      },
    ],
    keywords: ["max-breadth exceeded", "trop de branches", "groupe d’appel", "fork bomb", "rfc 5393", "amplification"],
  },
  469: {
    gloss: "Cet Info Package n’a pas été convenu",
    says: "469 indique que l’`INFO` transporte un paquet que le téléphone n’a jamais proposé de recevoir, tandis que l’appel continue.",
    meaning:
      "L’en-tête `Info-Package` nomme un paquet que le destinataire n’a pas annoncé dans `Recv-Info` (RFC 6086). La réponse énumère ceux qu’il accepte. Seul cet `INFO` échoue : l’appel ne doit pas prendre fin pour autant. Les anciennes formes d’`INFO` sans paquet ne reçoivent jamais 469.",
    whenYouSeeIt:
      "Un PBX ou une passerelle envoie du DTMF ou des données d’application avec un `Info-Package` que le téléphone n’a jamais annoncé, ou la liste et l’`INFO` se croisent sur le réseau. Les chiffres envoyés ainsi se perdent alors que l’appel reste établi.",
    howToFix: {
      caller:
        "L’appel lui-même fonctionne. Si les touches restent sans effet, réglez le téléphone pour envoyer le DTMF selon la RFC 4733 dans le RTP.",
      operator:
        "Comparez le `Recv-Info` de l’`INVITE` et de sa réponse avec l’`Info-Package` de l’`INFO`. Réglez les deux côtés sur une même méthode de DTMF, de préférence la RFC 4733.",
      developer:
        "N’envoyez que des paquets du dernier `Recv-Info` du pair. Sur un 469, n’envoyez pas de `BYE` et ne modifiez pas la liste que vous avez stockée : l’en-tête du 469 ne fait que la montrer.",
    },
    sendIt:
      "Envoyez-le en réponse à un `INFO` dont l’`Info-Package` n’est pas dans votre liste, toujours avec `Recv-Info`. Quand le paquet est convenu mais non le type de son corps, envoyez 415. Un `INFO` hors de tout dialogue relève du 481.",
    causes: [
      {
        text: "L’émetteur emploie un paquet que le destinataire n’a pas annoncé.",
        evidence:
          "L’`Info-Package` de l’`INFO` ne figure pas dans le `Recv-Info` de l’`INVITE` ou du 200 du destinataire.",
      },
      {
        text: "L’`INFO` et une nouvelle liste se sont croisés sur le réseau.",
        evidence:
          "L’`INFO` a été envoyé avant l’arrivée de la requête ou de la réponse portant le nouveau `Recv-Info`.",
      },
      {
        text: "Un B2BUA a retiré `Recv-Info` sur un tronçon.",
        evidence: "Un tronçon de l’appel montre `Recv-Info` avec le paquet, et l’autre tronçon n’a pas l’en-tête.",
      },
    ],
    keywords: [
      "bad info package",
      "sip info",
      "dtmf ne fonctionne pas",
      "recv-info",
      "info-package",
      "touches sans effet",
    ],
  },
  470: {
    gloss: "Un destinataire n’a pas encore consenti",
    says: "470 indique que la requête vise une liste, et qu’au moins un destinataire de celle-ci n’a pas donné son autorisation.",
    meaning:
      "Un relais transmet une même requête à de nombreux destinataires, et chacun doit y avoir consenti auparavant (RFC 5360). L’en-tête `Permission-Missing` nomme ceux qui ne l’ont pas fait. Cela évite qu’une liste serve à inonder des gens qui n’ont rien demandé.",
    whenYouSeeIt:
      "Un `MESSAGE`, un `INVITE` ou un `SUBSCRIBE` part vers une liste d’URI sur un serveur de listes ou une conférence, et un nouveau membre n’a pas répondu à la demande de consentement. C’est rare hors de ces services.",
    howToFix: {
      caller:
        "Demandez à la personne que nomme le service de confirmer l’invitation, puis renvoyez la requête. Ou retirez la personne de la liste.",
      operator:
        "Lisez `Permission-Missing` et vérifiez si la demande de consentement est parvenue à cet utilisateur. Ajoutez les adresses manquantes à la liste du relais, pour qu’il demande leur autorisation.",
      developer:
        "Ajoutez les URI de `Permission-Missing` à la liste du relais, par XCAP par exemple, attendez le consentement et renvoyez la requête. Sans cet en-tête, demandez au relais lesquelles manquent.",
    },
    sendIt:
      "Envoyez-le en tant que relais, quand une requête porte une liste d’URI avec un destinataire qui n’a pas consenti, et nommez ce destinataire dans `Permission-Missing`. Un émetteur qui n’a pas du tout droit à la liste reçoit 403.",
    causes: [
      {
        text: "Un membre a été ajouté et n’a pas encore confirmé.",
        evidence: "Le `Permission-Missing` du 470 nomme l’adresse la plus récente de la liste.",
      },
      {
        text: "La demande de consentement n’est jamais parvenue au membre.",
        evidence: "Le `MESSAGE` du relais avec le document d’autorisation a reçu une erreur comme 404 ou 480.",
      },
      {
        text: "Le membre a retiré son autorisation.",
        evidence: "Des requêtes antérieures vers la même liste ont réussi, et la liste elle-même n’a pas changé.",
      },
    ],
    keywords: [
      "consent needed",
      "consentement requis",
      "autorisation manquante",
      "liste d’uri",
      "serveur de listes",
      "message de groupe refusé",
      "rfc 5360",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
