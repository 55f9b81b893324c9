import type { Texts } from "../texts.ts";

export const glossary = {
  sip: {
    term: "SIP",
    text: "Le Session Initiation Protocol de la RFC 3261 établit, modifie et termine des appels au moyen de messages texte : une requête comme `INVITE` et des réponses avec un code. Le son lui-même voyage à part, en RTP.",
  },
  userAgent: {
    term: "Agent utilisateur (user agent)",
    text: "L’extrémité d’un appel SIP : un téléphone, un softphone, une passerelle, une messagerie, un PBX. Il est UAC pour les requêtes qu’il envoie et UAS pour celles auxquelles il répond, souvent les deux dans un même appel.",
  },
  uac: {
    term: "UAC (client d’agent utilisateur)",
    text: "Le rôle de celui qui envoie une requête, aussi longtemps que dure cette requête. L’appelant est l’UAC de l’`INVITE`. Quand l’appelé raccroche, c’est lui l’UAC du `BYE`.",
  },
  uas: {
    term: "UAS (serveur d’agent utilisateur)",
    text: "Le rôle de celui qui répond à une requête. Il choisit le code de réponse et pose le tag de `To`. Un serveur qui refuse de lui-même une requête agit envers elle en tant qu’UAS.",
  },
  proxy: {
    term: "Proxy",
    text: "Un serveur qui transmet les requêtes vers l’appelé et les réponses en retour. Il ajoute un `Via`, peut bifurquer et peut refuser, mais il ne décroche pas d’appels et ne change pas la description de session.",
  },
  registrar: {
    term: "Serveur d’enregistrement (registrar)",
    text: "Le serveur qui reçoit les `REGISTER` et retient, pour chaque adresse d’enregistrement, où ses téléphones peuvent être joints et pour combien de temps. Les proxys du domaine lisent cette liste.",
  },
  redirectServer: {
    term: "Serveur de redirection",
    text: "Un serveur qui répond à une requête par un 3xx et les adresses dans `Contact` au lieu de la transmettre. Il quitte aussitôt le chemin et ne sait rien de l’appel qui suit.",
  },
  b2bua: {
    term: "B2BUA",
    text: "Un agent utilisateur dos à dos est l’appelé d’un appel et l’appelant d’un autre, et il relie les deux. Asterisk et FreeSWITCH sont des B2BUA : `Call-ID` et tags diffèrent sur les deux tronçons, et les codes de réponse peuvent changer.",
  },
  sbc: {
    term: "SBC",
    text: "Un contrôleur de session en bordure (session border controller) est un B2BUA à la frontière d’un réseau. Il cache des adresses, aide à traverser le NAT, relaie le RTP et applique une politique. Codes, en-têtes et SDP peuvent différer de ses deux côtés.",
  },
  transaction: {
    term: "Transaction",
    text: "Une requête et toutes ses réponses entre deux voisins, reconnue au `branch` du `Via` le plus haut. L’`ACK` d’un 3xx à 6xx en fait partie, l’`ACK` d’un 2xx non.",
  },
  dialog: {
    term: "Dialogue",
    text: "La relation durable de deux agents utilisateurs, désignée par `Call-ID` et les deux tags. Il porte l’ensemble de routes et les compteurs `CSeq`. Un appel est un dialogue, un abonnement aussi.",
  },
  earlyDialog: {
    term: "Dialogue précoce",
    text: "Le dialogue qu’une réponse provisoire avec un tag de `To` ouvre avant la réponse finale. Un appel bifurqué en a un par téléphone qui sonne. Un 2xx le confirme, un échec final y met fin.",
  },
  dialogUsage: {
    term: "Usage de dialogue",
    text: "Ce à quoi sert un dialogue : un appel, ou un abonnement qu’un `REFER` y a créé. La RFC 5057 dit quel échec met fin à un seul usage et lequel met fin au dialogue et à tous ses usages.",
  },
  branch: {
    term: "Branche",
    text: "Une copie d’une requête qu’un proxy envoie à une cible. Le mot désigne aussi le paramètre de `Via` qui commence par `z9hG4bK`, distingue les transactions et permet de trouver les boucles.",
  },
  forking: {
    term: "Bifurcation (forking)",
    text: "Un proxy envoie une même requête à plusieurs téléphones de l’utilisateur. En parallèle, tous sonnent à la fois, et le premier 2xx l’emporte. À la fin doit sortir une seule réponse : la meilleure.",
  },
  serialHunt: {
    term: "Recherche en série",
    text: "Une bifurcation téléphone après téléphone : le suivant est essayé quand le précédent a refusé ou n’a pas répondu à temps. Un 2xx ou un 6xx met fin à la recherche, un 4xx non.",
  },
  responseContext: {
    term: "Contexte de réponse",
    text: "Ce qu’un proxy avec état garde pour une requête bifurquée : ses branches et leurs réponses. Le proxy y choisit l’unique réponse finale pour l’appelant, d’après la section 16.7 de la RFC 3261.",
  },
  requestUri: {
    term: "Request-URI",
    text: "L’adresse dans la première ligne d’une requête : là où elle va maintenant. Les proxys la remplacent par un `Contact`, tandis que `To` garde ce que l’appelant a composé.",
  },
  addressOfRecord: {
    term: "Adresse d’enregistrement (AOR)",
    text: "L’adresse publique d’un utilisateur, comme `sip:bob@example.com`. Elle désigne l’utilisateur et non un téléphone : le serveur d’enregistrement retient quels téléphones lui appartiennent à cet instant.",
  },
  contact: {
    term: "Contact",
    text: "L’en-tête qui porte l’adresse où un agent utilisateur peut lui-même être joint. Les requêtes ultérieures du dialogue y vont, y compris l’`ACK` d’un 2xx. Une adresse privée à cet endroit derrière un NAT fait échouer des appels.",
  },
  binding: {
    term: "Liaison (binding)",
    text: "Une entrée d’un serveur d’enregistrement : cette adresse d’enregistrement est joignable à ce `Contact` pendant tant de secondes. Chaque téléphone d’un utilisateur en crée une. Sans aucune liaison, un utilisateur connu donne un 480.",
  },
  routeSet: {
    term: "Ensemble de routes",
    text: "Les proxys par lesquels doivent passer les requêtes d’un dialogue, sous forme d’une liste de valeurs `Route`. Les agents utilisateurs le tirent de `Record-Route` à la création du dialogue, et il ne change plus ensuite.",
  },
  recordRoute: {
    term: "Record-Route",
    text: "L’en-tête par lequel un proxy demande à rester sur le chemin du dialogue. Une adresse erronée à cet endroit égare `ACK` et `BYE` : l’appel est décroché, puis se coupe après 32 s.",
  },
  via: {
    term: "Via",
    text: "L’en-tête par lequel une réponse retrouve son chemin. Chaque saut ajoute sa propre ligne au-dessus et la retire de la réponse. `received` et `rport` disent d’où la requête venait vraiment.",
  },
  provisionalResponse: {
    term: "Réponse provisoire",
    text: "Une réponse dont le code va de 100 à 199. Elle rend compte de l’avancement et ne décide rien : une réponse finale suit encore. Elle peut se perdre, sauf si les deux côtés utilisent `100rel`.",
  },
  finalResponse: {
    term: "Réponse finale",
    text: "Une réponse dont le code va de 200 à 699. Elle met fin à la transaction, et il y en a une par requête, sauf qu’un `INVITE` bifurqué peut apporter plusieurs 2xx.",
  },
  globalFailure: {
    term: "Échec global",
    text: "Une réponse de 600 à 699. Elle vaut pour l’utilisateur à toutes ses adresses : un proxy qui bifurque annule toutes les autres branches et n’en ouvre pas de nouvelle. Un 2xx déjà en route l’emporte encore.",
  },
  ack: {
    term: "ACK",
    text: "La requête qui confirme une réponse finale à un `INVITE` et ne reçoit elle-même aucune réponse. Pour un 2xx, l’agent utilisateur appelant doit l’envoyer de bout en bout. Pour toutes les autres, chaque saut envoie le sien.",
  },
  cancel: {
    term: "CANCEL",
    text: "La requête qui retire un `INVITE` pas encore décroché. Elle reçoit son propre 200, et l’`INVITE` se termine alors par 487. Elle ne peut partir qu’une fois qu’une réponse provisoire est venue, et n’a aucun effet après la réponse finale.",
  },
  retransmission: {
    term: "Retransmission",
    text: "Sur UDP, une requête est renvoyée jusqu’à ce que quelque chose revienne : un `INVITE` après 0,5 ; 1,5 ; 3,5 s et ainsi de suite. Sur TCP, seul un 2xx à un `INVITE` se répète, et c’est l’agent utilisateur lui-même qui le fait.",
  },
  timerB: {
    term: "Timer B (temporisateur)",
    text: "Le temporisateur qui borne l’attente de la première réponse à un `INVITE` : 64 fois T1, soit 32 s. Quand il expire sans aucune réponse, le résultat compte comme un 408.",
  },
  timerC: {
    term: "Timer C (temporisateur)",
    text: "Le temporisateur qui borne la sonnerie qu’accorde un proxy : plus de trois minutes, relancé par chaque réponse provisoire de 101 à 199. Quand il expire, le proxy annule la branche et l’appelant reçoit 408.",
  },
  retryAfter: {
    term: "Retry-After",
    text: "L’en-tête qui dit après combien de secondes un nouvel essai a un sens. La RFC 3261 le prévoit pour 404, 413, 480, 486, 500, 503, 600 et 603. Après un 503, il signifie aussi : n’envoyez plus aucun trafic d’ici là.",
  },
  challenge: {
    term: "Défi (challenge)",
    text: "Un 401 avec `WWW-Authenticate` ou un 407 avec `Proxy-Authenticate` : le serveur demande la preuve de qui appelle et donne pour cela un nonce. C’est une étape normale de la plupart des appels, et non une panne.",
  },
  digest: {
    term: "Digest (empreinte)",
    text: "La façon dont SIP prouve un mot de passe sans l’envoyer : une empreinte du nom d’utilisateur, du realm, du mot de passe, du nonce, de la méthode et de l’URI. Un realm erroné ou un nonce trop ancien amène un nouveau défi.",
  },
  earlyMedia: {
    term: "Média précoce (early media)",
    text: "Du son avant le décrochage : un retour d’appel, une annonce ou de la musique en RTP, offerts par le SDP d’un 183 ou d’un 180. Selon l’usage, il ne coûte rien, car l’appel n’est pas décroché.",
  },
  sdp: {
    term: "SDP",
    text: "La description de session dans le corps d’un `INVITE`, d’un 200, d’un 183 ou d’un `ACK` : adresses, ports, codecs, sens. Un côté offre, l’autre répond. 488 dit qu’offre et réponse ne peuvent se rejoindre.",
  },
  rtp: {
    term: "RTP",
    text: "Les paquets qui transportent le son et l’image. Ils vont d’une adresse du SDP à l’autre, sans passer par les proxys. Ainsi un appel peut être décroché dans les règles et rester muet.",
  },
  gruu: {
    term: "GRUU",
    text: "Une adresse pour un téléphone précis d’un utilisateur, joignable de partout (RFC 5627). C’est le serveur d’enregistrement qui la donne. Un transfert vers une GRUU fait sonner ce téléphone et aucun autre.",
  },
  outboundFlow: {
    term: "Flux (outbound)",
    text: "La connexion par laquelle un téléphone s’est enregistré, tenue ouverte pour que les appels l’atteignent à travers le NAT (RFC 5626). Quand elle a disparu, le proxy de périphérie répond 430, et l’appelant voit 480.",
  },
  subscription: {
    term: "Abonnement",
    text: "Une demande d’être averti des changements : `SUBSCRIBE` demande, `NOTIFY` rend compte, `Expires` y met fin. Les touches de supervision, la présence et les voyants de message fonctionnent ainsi. Un `REFER` en crée un sans qu’on le demande.",
  },
  sipfrag: {
    term: "sipfrag",
    text: "Le corps d’un `NOTIFY` après `REFER` : la première ligne d’une réponse, comme `SIP/2.0 200 OK`. Un 1xx y dit que le nouvel appel est encore en cours, un code final dit comment il s’est terminé.",
  },
  transferor: {
    term: "Auteur du transfert, transféré, cible",
    text: "L’auteur du transfert envoie `REFER`. Le transféré le reçoit, y répond et appelle la cible. Le 200 ou le 202 à un `REFER` vient donc du transféré, jamais de la cible.",
  },
  stirShaken: {
    term: "STIR/SHAKEN",
    text: "L’identité signée de l’appelant : l’opérateur d’origine met dans l’en-tête `Identity` une signature des numéros, et l’opérateur d’arrivée la vérifie. Les échecs sont 428, 436, 437 et 438.",
  },
  q850: {
    term: "Cause Q.850",
    text: "Le nombre par lequel les réseaux téléphoniques disent pourquoi un appel s’est terminé, comme 17 pour utilisateur occupé. La RFC 3398 le convertit vers SIP et en retour, et un en-tête `Reason: Q.850` le porte à côté du code SIP.",
  },
  networkBlocked: {
    term: "Network Blocked (603+)",
    text: "Un 603 d’ATIS-1000099 par lequel un opérateur américain dit que son outil d’analyse a bloqué l’appel. Son libellé est Network Blocked, et l’en-tête `Reason` a une URL où l’appelant peut contester.",
  },
  maxForwards: {
    term: "Max-Forwards",
    text: "L’en-tête qui décompte à chaque proxy, le plus souvent à partir de 70. Un proxy qui devrait transmettre une requête à 0 répond 483. Une boucle prend ainsi fin, même quand personne ne la reconnaît.",
  },
  maxBreadth: {
    term: "Max-Breadth",
    text: "L’en-tête qui limite combien de branches d’une requête peuvent être actives à la fois, réparties à chaque bifurcation (RFC 5393). Il arrête deux adresses qui bifurquent l’une vers l’autre. Quand il ne suffit pas, la réponse est 440.",
  },
} as const satisfies Texts["glossary"];
