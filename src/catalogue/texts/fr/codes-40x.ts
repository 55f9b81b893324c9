import type { CodeTexts } from "../texts.ts";

/** Request failures 400 to 409. */
export const codes40x = {
  400: {
    gloss: "La requête est mal formée",
    says: "400 indique que le serveur n’a pas pu comprendre la requête, parce que sa syntaxe est incorrecte ou qu’il en manque une partie.",
    meaning:
      "Le serveur qui l’a envoyé a trouvé la requête mal formée. Le libellé devrait nommer l’erreur, comme dans `Missing Call-ID header field`. Un 4xx inconnu est traité comme 400, aussi certains systèmes l’envoient-ils faute de meilleur code.",
    whenYouSeeIt:
      "Après un changement de firmware, à travers un routeur doté d’un ALG SIP, ou avec un logiciel qui écrit ses propres en-têtes. Le module sanity de Kamailio répond 400 et met dans le libellé ce qu’il a contrôlé.",
    howToFix: {
      caller:
        "Rappeler n’y change rien. Notez le numéro et l’heure, désactivez l’ALG SIP du routeur et mettez le téléphone à jour.",
      operator:
        "Trouvez le serveur qui a envoyé le 400 et comparez la requête telle qu’elle est partie avec la requête telle qu’elle est arrivée. Ce qui a changé en route désigne un ALG SIP, une règle de SBC ou un plan de numérotation.",
      developer:
        "Lisez le libellé, corrigez la requête et envoyez-la dans une nouvelle transaction avec un `CSeq` plus élevé. En tant que serveur, dites dans le libellé quel en-tête est fautif.",
    },
    sendIt:
      "Envoyez-le quand la requête enfreint la grammaire ou n’a pas un en-tête obligatoire, et nommez l’erreur. Envoyez 420 pour une extension inconnue, 416 pour un schéma d’URI, 415 pour un type de corps, 488 pour un SDP qui ne convient pas.",
    causes: [
      {
        text: "L’ALG SIP d’un routeur a réécrit des adresses et laissé une longueur erronée ou un en-tête corrompu.",
        evidence:
          "`Content-Length` ne correspond pas au corps arrivé, ou `Via` et `Contact` diffèrent de ce que le téléphone a envoyé.",
      },
      {
        text: "Un nom d’affichage ou une partie utilisateur a des caractères à mettre entre guillemets ou à échapper.",
        evidence:
          "`From` ou la Request-URI a une virgule, une espace ou une lettre comme é hors des guillemets et sans échappement par %.",
      },
      {
        text: "Un en-tête obligatoire manque, ou deux en-têtes se contredisent.",
        evidence: "`Call-ID` ou un `tag` est absent, ou la méthode dans `CSeq` n’est pas celle de la première ligne.",
      },
      {
        text: "La requête a été tronquée en route.",
        evidence:
          "L’`INVITE` est parti avec plus de 1300 octets sur UDP, et la partie arrivée s’arrête au milieu d’une ligne.",
      },
    ],
    keywords: [
      "bad request",
      "mal formée",
      "requête incorrecte",
      "erreur de syntaxe",
      "sip alg",
      "en-tête manquant",
      "parse error",
    ],
  },
  401: {
    gloss: "S’authentifier : le serveur demande des identifiants",
    says: "401 indique que le serveur veut savoir qui fait la demande : la requête doit être renvoyée avec un nom d’utilisateur et un mot de passe valides.",
    meaning:
      "Un serveur d’enregistrement ou un UAS répond à la requête par un défi. `WWW-Authenticate` porte le domaine d’authentification (realm) et le nonce, à partir desquels le client calcule sa réponse. Le premier 401 est le début normal d’une authentification. Seul celui qui suit des identifiants est une panne.",
    whenYouSeeIt:
      "Au début de presque chaque `REGISTER`. Asterisk répond aussi à l’`INVITE` par un défi 401, car c’est un UAS et non un proxy. Avec de mauvais identifiants, le 401 revient sans cesse.",
    howToFix: {
      caller:
        "Vérifiez le nom d’utilisateur et le mot de passe, ainsi que le champ distinct du nom d’authentification, si le téléphone en a un. Les fournisseurs donnent souvent un mot de passe SIP différent de celui du portail web.",
      operator:
        "Regardez si la deuxième requête porte `Authorization`. Si oui : mot de passe, nom d’utilisateur ou realm erroné. Sinon : le téléphone n’a pas d’identifiants pour ce realm ou ne connaît pas l’algorithme.",
      developer:
        "Répondez avec un nouveau `CSeq`, le même `Call-ID` et l’`Authorization` pour ce realm. Ne renvoyez pas des identifiants rejetés, à moins que le nouveau défi n’ait `stale=true`.",
    },
    sendIt:
      "Envoyez-le en tant que serveur d’enregistrement ou UAS en réponse à une requête sans identifiants valides. Les proxys envoient 407. Envoyez 403 quand les identifiants sont bons mais l’action interdite. Proposez un seul algorithme : certains téléphones échouent face à deux défis.",
    causes: [
      {
        text: "Le mot de passe ou le nom d’utilisateur est erroné.",
        evidence:
          "La deuxième requête a `Authorization` avec le bon realm et le bon nonce, et reçoit un 401 avec un nouveau nonce, sans `stale=true`.",
      },
      {
        text: "Le téléphone n’a pas d’identifiants pour ce realm, ou ne sait pas employer l’algorithme.",
        evidence:
          "Le 401 a `algorithm=SHA-256` ou deux défis, et aucune deuxième requête avec `Authorization` ne suit.",
      },
      {
        text: "Asterisk ne trouve pas d’endpoint pour l’appelant et lance un défi au lieu de refuser.",
        evidence:
          "401 quel que soit le mot de passe, et le journal d’Asterisk dit « No matching endpoint found » pour cette adresse.",
      },
      {
        text: "Le nonce est périmé ou inconnu du serveur qui a reçu la requête.",
        evidence:
          "Le nouveau défi a `stale=true`, ou les deux requêtes sont allées à différents serveurs d’une grappe qui ne partagent pas leurs nonces.",
      },
    ],
    keywords: [
      "unauthorized",
      "non autorisé",
      "mauvais mot de passe",
      "échec d’enregistrement",
      "échec d’authentification",
      "identifiants",
      "digest",
      "boucle de défis",
    ],
  },
  402: {
    gloss: "Paiement requis",
    says: "402 indique que l’appel exige un paiement ; la RFC 3261 ne fait que réserver ce code, et des fournisseurs l’emploient pour les comptes vides.",
    meaning:
      "La RFC 3261 donne ce code pour réservé à un usage futur et ne lui attribue aucun comportement. Qui l’envoie suit sa propre règle. En pratique, il signifie ce que dit son nom : le compte ne peut pas payer cet appel.",
    whenYouSeeIt:
      "Des appels par un fournisseur prépayé quand le crédit est épuisé, ou vers une destination qui coûte plus que le reste du solde. Beaucoup de fournisseurs envoient 403 ou 503 dans le même cas.",
    howToFix: {
      caller:
        "Regardez le solde de votre compte et rechargez-le, puis rappelez. S’il reste du crédit, demandez au fournisseur ce que ce code signifie chez lui.",
      operator:
        "Déclenchez une alerte sur un 402 venant d’un trunk : il touche en général tous les appels sortants à la fois. Passez par un second opérateur le temps de recharger le compte, et surveillez le solde par l’interface de l’opérateur.",
      developer:
        "Traitez-le comme 400, affichez un message sur le paiement et ne réessayez pas de vous-même. Asterisk et FreeSWITCH le transmettent sous un autre code : lisez-le donc du côté du trunk.",
    },
    sendIt:
      "Évitez-le, car aucune RFC ne dit ce que doit faire celui qui le reçoit. Envoyez 403 avec un libellé comme `Insufficient Credit`, ou réservez 402 à des clients qui savent par votre documentation ce qu’il signifie.",
    causes: [
      {
        text: "Le crédit prépayé du compte ou du revendeur est épuisé.",
        evidence:
          "Le 402 vient de l’adresse du fournisseur juste après l’authentification, pour toute destination payante.",
      },
      {
        text: "Le solde ne couvre pas la première minute vers cette destination.",
        evidence:
          "Les appels vers des destinations bon marché réussissent dans la minute même où la destination chère reçoit 402.",
      },
    ],
    keywords: ["payment required", "paiement requis", "crédit épuisé", "solde insuffisant", "prépayé", "recharger"],
  },
  403: {
    gloss: "Compris, mais interdit",
    says: "403 indique que le serveur a compris la requête et la refuse ; des identifiants n’y changeront rien, elle ne devrait donc pas être répétée.",
    meaning:
      "Un serveur sur le chemin, ou l’extrémité distante, n’autorise pas cette requête. La RFC 3261 ajoute qu’une autorisation n’y aidera pas. On ne sait pas si l’appelé a été consulté : le plus souvent, une politique a décidé avant qu’aucun téléphone ne sonne.",
    whenYouSeeIt:
      "Des appels sortants qu’un trunk refuse à cause du numéro présenté, de la destination ou de l’adresse source. Un `REGISTER` avec un compte bloqué. FreeSWITCH et beaucoup de fournisseurs répondent 403 à un mauvais mot de passe.",
    howToFix: {
      caller:
        "Demandez à votre fournisseur ou à votre administrateur si votre ligne a le droit d’appeler ce numéro. N’insistez pas : des 403 répétés peuvent faire bloquer une adresse.",
      operator:
        "Comparez `From` et `P-Asserted-Identity` avec les numéros du trunk, l’adresse IP source avec sa liste d’accès, et la destination avec ses restrictions. Le journal du fournisseur donne la raison.",
      developer:
        "Ne répétez pas la requête, et ne relancez pas de vous-même une authentification. Affichez le libellé. Dans un B2BUA, distinguez un 403 du trunk de celui que vous tirez de 401, 407 ou 603.",
    },
    sendIt:
      "Envoyez-le quand votre politique refuse la requête, quel que soit celui qui la répète. Envoyez 401 ou 407 quand des identifiants pourraient aider, 404 pour cacher qu’un utilisateur existe, 603 quand l’appelé refuse sans qu’aucune politique n’intervienne.",
    causes: [
      {
        text: "Le trunk n’accepte pas le numéro présenté.",
        evidence:
          "Le 403 arrive en moins d’une seconde sans aucun 180, et le même appel réussit avec un numéro du trunk dans `From`.",
      },
      {
        text: "L’adresse source n’est pas dans la liste d’accès du serveur.",
        evidence:
          "403 à la toute première requête, sans défi, et le `Via` du 403 montre dans `received` une adresse qui n’est pas celle de la liste.",
      },
      {
        text: "La destination est interdite : internationale, surtaxée ou hors forfait.",
        evidence:
          "L’authentification réussit, les appels nationaux passent, et chaque appel vers ce préfixe reçoit 403.",
      },
      {
        text: "L’enregistrement est refusé : compte bloqué, mot de passe erroné ou contacts trop nombreux.",
        evidence:
          "Le 403 répond à un `REGISTER` qui a `Authorization`. Asterisk écrit dans son journal que `max_contacts` est atteint lorsque c’est la raison.",
      },
    ],
    keywords: [
      "forbidden",
      "interdit",
      "appels sortants impossibles",
      "appel bloqué",
      "numéro présenté refusé",
      "ip non autorisée",
      "international interdit",
      "enregistrement refusé",
    ],
  },
  404: {
    gloss: "Cet utilisateur n’existe pas dans ce domaine",
    says: "404 indique que l’utilisateur n’existe pas dans le domaine interrogé, ou que ce serveur ne gère pas ce domaine.",
    meaning:
      "Le serveur a une information définitive : l’utilisateur de la Request-URI n’existe pas dans ce domaine. Ce code ne dit rien des autres domaines, contrairement à 604. Un utilisateur connu dont le téléphone est hors ligne devrait plutôt recevoir 480.",
    whenYouSeeIt:
      "Un numéro mal saisi, un numéro sans règle dans le plan de numérotation, un poste supprimé. Kamailio avec sa configuration d’origine répond aussi 404 quand l’utilisateur existe et que le téléphone n’est pas enregistré.",
    howToFix: {
      caller:
        "Vérifiez le numéro et son préfixe, et composez-le au format international, avec + et l’indicatif du pays. S’il fonctionnait auparavant, demandez à l’appelé s’il a changé.",
      operator:
        "Regardez la Request-URI telle qu’elle arrive : partie utilisateur, préfixe et domaine. Dans Asterisk, vérifiez le contexte de l’endpoint ; dans Kamailio, si le téléphone est enregistré.",
      developer:
        "Ne réessayez pas avec la même URI, sauf si un `Retry-After` le dit. Dans un dialogue, un 404 met fin au dialogue et à tout ce qui s’en sert. Nommez dans l’erreur l’adresse que vous avez essayée.",
    },
    sendIt:
      "Envoyez-le quand votre domaine n’a pas cet utilisateur ou que vous ne gérez pas le domaine. Envoyez 480 pour un utilisateur connu sans contact, 410 quand l’utilisateur est parti définitivement, 484 pour un numéro trop court, 604 presque jamais.",
    causes: [
      {
        text: "Le numéro est composé sous une forme que le serveur ne connaît pas.",
        evidence:
          "La Request-URI a un numéro avec 00, 0 ou + là où le plan de numérotation ou le trunk attend une autre forme. Le 404 arrive en quelques millisecondes.",
      },
      {
        text: "Le téléphone de l’utilisateur n’est pas enregistré, et le serveur dit 404 là où 480 est de mise.",
        evidence:
          "Aucun `REGISTER` de l’appelé n’a reçu de 200 dans le temps que couvre son `Expires`. Le 404 vient du serveur d’enregistrement et non d’un téléphone.",
      },
      {
        text: "L’appel atteint le mauvais contexte, locataire ou domaine.",
        evidence:
          "La partie utilisateur est juste, la partie hôte est une adresse IP ou un domaine que le serveur ne gère pas, et d’autres appelants joignent l’utilisateur.",
      },
      {
        text: "Le numéro n’est pas attribué dans le réseau téléphonique.",
        evidence:
          "Le 404 vient d’une passerelle et porte `Reason: Q.850;cause=1`, souvent après un 183 avec une annonce.",
      },
    ],
    keywords: [
      "not found",
      "introuvable",
      "utilisateur inconnu",
      "mauvais numéro",
      "numéro inexistant",
      "numéro non attribué",
      "pas de route",
      "poste introuvable",
    ],
  },
  405: {
    gloss: "Méthode connue, interdite ici",
    says: "405 indique que le serveur connaît la méthode de la requête et ne l’autorise pas pour cette adresse.",
    meaning:
      "La méthode de la première ligne est reconnue, mais n’est pas prise en charge à l’adresse de la Request-URI. La réponse doit (MUST) avoir `Allow` avec les méthodes qui le sont. Dans un dialogue, un 405 met fin à l’usage, sauf si l’usage peut se passer de la requête, comme un appel sans `INFO`.",
    whenYouSeeIt:
      "Un `REGISTER` envoyé à un serveur qui n’assure pas l’enregistrement, un `SUBSCRIBE` de présence ou de messages en attente sur une passerelle, un `PUBLISH` ou un `MESSAGE` chez un fournisseur qui n’offre que les appels.",
    howToFix: {
      caller:
        "Si les appels fonctionnent, il ne manque qu’une fonction comme la présence ou les messages texte. Désactivez-la sur le téléphone s’il signale des erreurs.",
      operator:
        "Voyez quelle méthode a été refusée et pour quelle adresse, et lisez `Allow`. Dirigez `REGISTER` vers le serveur d’enregistrement, et désactivez la présence et le MWI pour les trunks qui ne les ont pas.",
      developer:
        "Lisez `Allow` et passez-vous de la méthode à cette adresse. Ne mettez pas fin à un appel parce qu’un `OPTIONS` ou un `INFO` y a reçu 405 : la RFC 5057 limite l’effet à la transaction.",
    },
    sendIt:
      "Envoyez-le en tant qu’UAS ou serveur d’enregistrement quand vous connaissez la méthode et ne l’autorisez pas ici, toujours avec `Allow`. Envoyez 501 quand vous ne connaissez pas du tout la méthode. Un proxy relaie les méthodes qu’il ne connaît pas.",
    causes: [
      {
        text: "La requête est allée au mauvais serveur : un proxy, une passerelle ou un trunk au lieu du serveur d’enregistrement.",
        evidence:
          "L’`Allow` du 405 énumère `INVITE` et `BYE`, mais pas `REGISTER` ou `SUBSCRIBE`, selon ce qui a été envoyé.",
      },
      {
        text: "La fonction est désactivée ou son module n’est pas chargé.",
        evidence: "La même méthode réussit sur un autre serveur du même produit, et `Allow` est plus court ici.",
      },
      {
        text: "Un message de maintien (keepalive) emploie une méthode que le fournisseur n’autorise pas.",
        evidence: "Un `OPTIONS` ou un `INFO` toutes les 30 à 60 s reçoit 405, et les appels passent entre-temps.",
      },
    ],
    keywords: [
      "method not allowed",
      "méthode non autorisée",
      "en-tête allow",
      "register refusé",
      "subscribe refusé",
      "méthode non prise en charge",
    ],
  },
  406: {
    gloss: "Aucun contenu que l’appelant accepte",
    says: "406 indique que le côté appelé ne peut répondre qu’avec un contenu que la requête n’accepte pas.",
    meaning:
      "La réponse, ou un `NOTIFY` à venir, demanderait un type de contenu que l’en-tête `Accept` de la requête exclut. Il s’agit de la réponse et non des codecs offerts : pour ceux-ci existent 488 et 606.",
    whenYouSeeIt:
      "Un `SUBSCRIBE` dont l’`Accept` ne nomme aucun format que le notificateur sache écrire, ou un `INVITE` dont l’`Accept` omet `application/sdp`. Certaines passerelles envoient 406 pour des codecs qui ne concordent pas.",
    howToFix: {
      caller:
        "Vous ne pouvez que le signaler. Si la présence ou les voyants d’occupation échouent alors que les appels fonctionnent, indiquez à l’administrateur le modèle du téléphone.",
      operator:
        "Comparez l’`Accept` de la requête avec ce que le serveur écrit. Pour un 406 à un `INVITE`, comparez les codecs du SDP avec ceux admis sur le trunk, car beaucoup de passerelles entendent par là 488.",
      developer:
        "Ajoutez à `Accept` le type que l’autre côté écrit et renvoyez la requête, ou omettez `Accept` dans `SUBSCRIBE`, pour que s’applique le type par défaut du paquet d’événements.",
    },
    sendIt:
      "Envoyez-le quand `Accept` exclut tout ce que vous pourriez répondre. Envoyez 488 quand les médias offerts ne conviennent pas à ce téléphone, 415 quand le corps de la requête est d’un type que vous ne savez pas lire.",
    causes: [
      {
        text: "L’abonné n’accepte qu’un format que le notificateur n’a pas.",
        evidence:
          "Le `SUBSCRIBE` a un `Accept` comme `application/xpidf+xml`, et le notificateur écrit `application/pidf+xml` aux autres.",
      },
      {
        text: "Une passerelle emploie 406 là où 488 est de mise : aucun codec commun.",
        evidence:
          "Le 406 répond à un `INVITE` dont la ligne `m=` n’a pas le codec que veut le trunk, et l’ajout de G.711 le fait passer.",
      },
    ],
    keywords: [
      "not acceptable",
      "non acceptable",
      "en-tête accept",
      "codecs incompatibles",
      "format de présence",
      "subscribe échoue",
    ],
  },
  407: {
    gloss: "Un proxy demande des identifiants",
    says: "407 indique qu’un proxy du chemin veut des identifiants avant de transmettre la requête ; l’appelé n’a pas encore été sollicité.",
    meaning:
      "Un proxy répond à la requête par un défi, dans `Proxy-Authenticate`. Le client doit s’authentifier auprès de ce proxy et renvoyer la requête. Un 407 au début d’un appel est normal, seul celui qui suit des identifiants est une panne.",
    whenYouSeeIt:
      "Après le premier `INVITE` à travers le proxy d’un fournisseur. FreeSWITCH répond lui aussi à l’`INVITE` par un défi 407. Deux proxys du chemin peuvent chacun en demander, ce qui amène deux 407 pour des realms différents.",
    howToFix: {
      caller:
        "Si tous vos appels s’arrêtent ici, vérifiez le nom d’utilisateur, le nom d’authentification et le mot de passe. Les appels entrants peuvent fonctionner malgré tout, car ils ne demandent pas de mot de passe.",
      operator:
        "Regardez si le deuxième `INVITE` a `Proxy-Authorization` et pour quel realm. Dans Asterisk, vérifiez l’`outbound_auth` du trunk. Derrière un B2BUA, un 407 du trunk apparaît comme 403 ou 603.",
      developer:
        "Envoyez `ACK`, puis un nouvel `INVITE` avec un `CSeq` plus élevé et `Proxy-Authorization` pour chaque realm demandé. N’envoyez jamais de défi en réponse à `ACK` ni à `CANCEL`. Arrêtez dès que les identifiants sont rejetés sans `stale=true`.",
    },
    sendIt:
      "Envoyez-le en tant que proxy pour une requête de vos propres utilisateurs sans identifiants valides. Les serveurs d’enregistrement et les UAS envoient 401. Envoyez 403 quand vous savez qui appelle et n’autorisez pas l’appel. Rassemblez les défis de toutes les branches.",
    causes: [
      {
        text: "Le mot de passe ou le nom d’authentification du trunk sortant est erroné.",
        evidence:
          "Le deuxième `INVITE` a `Proxy-Authorization` et reçoit un 407 avec un nouveau nonce et sans `stale=true`.",
      },
      {
        text: "Le PBX n’a pas d’identifiants pour le realm du proxy.",
        evidence:
          "Le 407 reçoit son `ACK` et aucun deuxième `INVITE` ne suit. Le realm n’est pas le domaine configuré pour le trunk.",
      },
      {
        text: "Un SBC change en route le realm ou le nom d’utilisateur.",
        evidence:
          "Le `username` de `Proxy-Authorization` est le numéro présenté et non le compte, ou le realm diffère de celui du défi.",
      },
    ],
    keywords: [
      "proxy authentication required",
      "authentification proxy requise",
      "appel sortant échoue",
      "mot de passe",
      "authentification trunk",
      "proxy-authorization",
      "défi",
    ],
  },
  408: {
    gloss: "Pas de réponse à temps",
    says: "408 indique qu’aucune réponse n’est venue à temps : soit rien n’a répondu en chemin, soit le téléphone a sonné jusqu’à ce qu’un proxy renonce.",
    meaning:
      "Un serveur n’a pas pu obtenir de réponse assez tôt. Ce code porte sur le chemin et non sur l’appelé. Beaucoup de 408 n’ont jamais circulé sur le réseau : un UAC dont le Timer B ou F expire fait comme s’il avait reçu un 408.",
    whenYouSeeIt:
      "Le téléphone a perdu son réseau et son enregistrement n’a pas encore expiré, un pare-feu bloque des paquets, ou la limite de sonnerie d’un proxy est atteinte. Après 32 s, c’est le Timer B ; après 3 minutes ou plus, le Timer C.",
    howToFix: {
      caller:
        "Rappelez : un 408 le permet à tout moment. Si tous vos appels finissent ainsi, vérifiez votre propre réseau, car le téléphone peut afficher 408 sans qu’aucun serveur n’ait dit un mot.",
      operator:
        "Trouvez le dernier saut resté sans réponse et capturez là. Vérifiez les associations NAT, le pare-feu et les enregistrements périmés. Kamailio attend `fr_timer` pour une réponse quelconque et `fr_inv_timer` pour une réponse finale.",
      developer:
        "Distinguez votre propre dépassement de délai d’un 408 dont le `Via` et le tag de `To` viennent d’un autre. Essayez l’adresse suivante de la réponse DNS. Ne répondez jamais 408 à une autre méthode qu’`INVITE` (RFC 4320).",
    },
    sendIt:
      "Envoyez-le en réponse à un `INVITE` quand une branche est restée muette ou a sonné trop longtemps et que rien de mieux n’est venu. N’envoyez aucune réponse finale aux autres méthodes dont le temps est écoulé. Envoyez 480 quand vous savez que le téléphone est hors ligne.",
    causes: [
      {
        text: "L’enregistrement du téléphone est encore stocké, et le téléphone n’y est plus joignable.",
        evidence:
          "L’`INVITE` vers le `Contact` stocké se répète à 0,5 ; 1,5 ; 3,5 ; 7,5 ; 15,5 et 31,5 s, et rien ne revient.",
      },
      {
        text: "Un NAT ou un pare-feu bloque la requête ou ses réponses.",
        evidence: "La capture au téléphone montre l’`INVITE` et son 180, la capture au serveur ne montre pas le 180.",
      },
      {
        text: "Personne ne répond, et la limite de sonnerie d’un proxy est atteinte.",
        evidence:
          "Un 180 est arrivé tôt. Après une durée ronde comme 120 s, le proxy envoie `CANCEL` au téléphone et 408 à l’appelant.",
      },
      {
        text: "L’`INVITE` est trop gros pour UDP, et ses fragments se perdent.",
        evidence:
          "Les requêtes de plus de 1300 octets restent sans réponse, alors qu’`OPTIONS` vers la même adresse reçoit son 200.",
      },
    ],
    keywords: [
      "request timeout",
      "délai dépassé",
      "pas de réponse",
      "expiration",
      "32 secondes",
      "ne sonne jamais",
      "timer b",
      "timeout",
    ],
  },
  409: {
    gloss: "Conflit, un code obsolète",
    says: "409 est un code de l’ancienne RFC 2543 pour un enregistrement en conflit avec un autre ; 400 ou 403 le remplacent aujourd’hui.",
    meaning:
      "La RFC 2543 le prévoyait pour un `REGISTER` dont le paramètre `action` contredit les enregistrements existants. La RFC 3261 a abandonné le paramètre et le code, et l’IANA ne le répertorie pas. Un client qui ne le connaît pas le traite comme 400.",
    whenYouSeeIt:
      "De très anciens serveurs d’enregistrement et téléphones, et des produits qui empruntent le numéro à HTTP pour leurs propres erreurs. Qui le reçoit ne peut se fier qu’à la classe 4xx.",
    howToFix: {
      caller:
        "Redémarrez le téléphone, pour qu’il s’enregistre de nouveau. Si cela persiste, un second téléphone sur le même compte est la première chose à chercher.",
      operator:
        "Demandez au fabricant du serveur ce que signifie son 409, et mettez-le à jour. Énumérez les liaisons de l’utilisateur et supprimez celles d’appareils disparus, puis laissez le téléphone s’enregistrer de nouveau.",
      developer:
        "Traitez-le comme 400 : corrigez et ne bouclez pas. Retirez `action` de `Contact`. Dans un serveur, remplacez-le par un code de la RFC 3261 qui dit ce qui ne va pas.",
    },
    sendIt:
      "Ne l’envoyez pas. Envoyez 400 pour un `REGISTER` qui se contredit, 403 quand l’utilisateur n’a pas le droit d’ajouter cette liaison, 500 pour un `CSeq` dans le désordre au sein d’un dialogue, et 491 quand deux modifications d’une session entrent en collision.",
    causes: [
      {
        text: "Un client de l’époque de la RFC 2543 s’enregistre avec un paramètre `action`.",
        evidence:
          "Le `Contact` du `REGISTER` a `action=proxy` ou `action=redirect`, et une autre liaison de l’utilisateur a l’autre valeur.",
      },
      {
        text: "Le serveur emploie 409 pour une règle à lui, comme un seul appareil par compte.",
        evidence: "Le 409 cesse dès que l’autre liaison est supprimée, et le libellé ou un `Warning` nomme la règle.",
      },
    ],
    keywords: ["conflict", "conflit", "rfc 2543", "obsolète", "conflit d’enregistrement", "double enregistrement"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
