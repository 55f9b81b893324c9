import type { FactTexts } from "../texts.ts";

/** One sentence per fact; each is true of every code that has the value. */
export const facts = {
  scope: {
    hop: "{$code} vaut pour un seul serveur ou un seul chemin : il ne dit rien de l’appelé, un autre trajet peut donc encore aboutir.",
    here: "{$code} vaut pour le seul serveur ou téléphone qui l’a envoyé : un proxy continue d’essayer les autres.",
    domain:
      "{$code} vaut pour tout le domaine : aucun autre serveur de ce domaine n’en dira plus, même si un proxy écoute encore ses autres branches.",
    everywhere:
      "{$code} vaut pour l’utilisateur à toutes ses adresses : un proxy cesse de chercher et annule les téléphones qui sonnent encore.",
    none: "{$code} ne refuse rien, il n’exclut donc aucun téléphone ni aucune adresse.",
  },
  sentBy: "{$code} est envoyé par : {$roles}.",
  role: {
    uas: "le terminal qui répond",
    proxy: "un proxy",
    registrar: "un serveur d’enregistrement",
    redirect: "un serveur de redirection",
    notifier: "un notificateur",
  },
  methods: {
    any: "{$code} peut répondre à une requête de n’importe quelle méthode.",
    listed: "{$code} ne répond qu’à : {$methods}.",
  },
  next: {
    wait: "Après {$code}, l’appelant attend : une réponse finale doit encore venir.",
    releaseEarlyDialog:
      "Après {$code}, l’appelant libère le dialogue précoce que désigne le tag de `To` et continue d’attendre une réponse finale.",
    ack: "Après {$code} à un `INVITE`, l’appelant envoie `ACK` à l’appelé ; après {$code} à toute autre requête, il n’y a plus rien à envoyer.",
    awaitNotify:
      "Après {$code}, la requête compte comme acceptée, et son résultat vient dans un `NOTIFY` ou ne vient pas du tout.",
    done: "Après {$code}, il n’y a plus rien à faire : la requête est terminée.",
    redirect: "Après {$code}, l’appelant essaie les adresses de `Contact`, chacune une seule fois.",
    askUser:
      "Après {$code}, le logiciel interroge son utilisateur : ce n’est pas à une machine de décider de la suite.",
    authenticate: "Après {$code}, l’appelant répète la requête avec des identifiants pour le realm nommé dans le défi.",
    repair: "Après {$code}, l’appelant change ce que la réponse lui reproche avant de renvoyer la requête.",
    retry: "Après {$code}, l’appelant renvoie la même requête après une courte attente aléatoire.",
    tryElsewhere:
      "Après {$code}, la requête peut repartir telle quelle, par une autre connexion ou vers un autre serveur.",
    retryLater: "Après {$code}, l’appelant peut renvoyer la même requête, mais plus tard.",
    startOver:
      "Après {$code}, l’émetteur oublie l’état que l’autre côté n’a pas, et repart de zéro s’il le souhaite encore.",
    obtainConsent:
      "Après {$code}, l’appelant doit d’abord obtenir le consentement du destinataire, par la voie qu’indique la réponse.",
    seekRedress:
      "Après {$code}, l’appelant ne répète pas la requête, mais peut contester le rejet auprès de celui que nomme la réponse.",
    giveUp: "Après {$code}, le logiciel appelant ne renvoie pas cette requête de lui-même.",
  },
  retryAfter: {
    yes: "{$code} peut avoir un en-tête `Retry-After` qui dit, en secondes, quand réessayer.",
    no: "`Retry-After` n’est pas défini pour {$code} : la réponse ne fixe aucun délai pour un nouvel essai.",
  },
  fork: {
    absorbed:
      "Un proxy qui bifurque garde {$code} pour lui : l’appelant reçoit celui du proxy lui-même, et jamais celui d’un téléphone.",
    passedOn: "Un proxy qui bifurque transmet aussitôt {$code} à l’appelant et continue d’attendre chaque téléphone.",
    wins: "Un proxy qui bifurque transmet aussitôt {$code} à l’appelant et, dans un appel, annule les téléphones qui sonnent encore.",
    offered:
      "Un proxy qui bifurque retient {$code} jusqu’à la fin de toutes les branches et le préfère aux 4xx et 5xx, mais non aux 6xx ; il peut aussi en essayer lui-même les adresses.",
    merged:
      "Un proxy qui bifurque retient {$code} jusqu’à la fin de toutes les branches, le préfère parmi les 4xx et lui ajoute les défis des autres branches.",
    preferred:
      "Un proxy qui bifurque retient {$code} jusqu’à la fin de toutes les branches et le préfère parmi les 4xx, car il permet à l’appelant de corriger la requête.",
    waits:
      "Un proxy qui bifurque retient {$code} jusqu’à la fin de toutes les branches et ne l’envoie que si aucune n’a apporté de 2xx, de 3xx ou de 6xx.",
    waitsLast:
      "Un proxy qui bifurque retient {$code} jusqu’à la fin de toutes les branches et ne l’envoie que si aucune n’a apporté autre chose qu’un 5xx.",
    replaced:
      "Après {$code}, un proxy qui bifurque poursuit ses autres branches et ne le transmet pas : si rien de mieux ne vient, l’appelant reçoit un autre code à sa place.",
    ends: "Après {$code}, un proxy qui bifurque n’ouvre plus de branche, annule les téléphones qui sonnent encore et l’envoie une fois qu’ils ont fini, sauf si un 2xx arrive avant.",
  },
  dialog: {
    none: "{$code} ne crée ni ne termine aucun dialogue.",
    early: "{$code} avec un tag de `To` ouvre un dialogue précoce, un par téléphone qui l’envoie.",
    endsEarly:
      "{$code} met fin au seul dialogue précoce que désigne son tag de `To` ; les autres dialogues précoces de l’appel demeurent.",
    confirms: "{$code} à un `INVITE` confirme le dialogue : dès lors, seul `BYE` met fin à l’appel.",
    transaction:
      "Dans un dialogue, {$code} ne met fin qu’à sa propre transaction : d’après la RFC 5057, le dialogue demeure.",
    usage:
      "Dans un dialogue, {$code} met fin à l’usage dans lequel il a été envoyé, l’appel ou l’abonnement ; un autre usage du dialogue demeure.",
    dialog: "Dans un dialogue, {$code} met fin au dialogue et à tout ce qu’il contient, appel comme abonnements.",
  },
  hops: {
    both: "À travers Asterisk, {$code} ressort en {$asterisk} sur l’autre tronçon, à travers FreeSWITCH en {$freeswitch}, sauf si le plan de numérotation en décide autrement.",
    same: "À travers Asterisk comme à travers FreeSWITCH, {$code} ressort en {$asterisk} sur l’autre tronçon, sauf si le plan de numérotation en décide autrement.",
    asterisk:
      "À travers Asterisk, {$code} ressort en {$asterisk} sur l’autre tronçon ; ce qu’en fait FreeSWITCH dépend de sa version.",
    freeswitch:
      "À travers FreeSWITCH, {$code} ressort en {$freeswitch} sur l’autre tronçon ; ce qu’en fait Asterisk dépend de sa version.",
    unchanged:
      "À travers Asterisk comme à travers FreeSWITCH, {$code} ressort en {$code} sur l’autre tronçon, sauf si le plan de numérotation en décide autrement.",
    none: "Aucune table d’Asterisk ni de FreeSWITCH ne dit ce que {$code} devient sur l’autre tronçon : cela dépend du plan de numérotation et de la suite.",
  },
  billing: {
    none: "Selon l’usage, aucune facturation ne dépend de {$code}.",
    notStarted: "Selon l’usage, aucune facturation ne commence avec {$code} : l’appel n’est pas encore décroché.",
    starts: "Selon l’usage, la facturation d’un appel commence avec {$code} à son `INVITE`.",
    newLeg:
      "Selon l’usage, {$code} lui-même ne coûte rien, et chaque appel passé à cause de lui est facturé séparément.",
    notCharged: "Selon l’usage, un appel qui se termine par {$code} n’est pas facturé, car personne n’a décroché.",
  },
  q850: {
    mapped:
      "Une passerelle vers le réseau téléphonique convertit {$code} en cause {$cause}, {$name}, sauf si un en-tête `Reason` ou un en-tête `Warning` lui en dit plus.",
    none: "Une passerelle vers le réseau téléphonique n’envoie aucune cause de libération pour {$code}.",
  },
  xmpp: {
    mapped: "Une passerelle vers XMPP convertit {$code} en condition `{$condition}`.",
    none: "Aucune condition d’erreur de XMPP ne correspond à {$code}.",
  },
  cacheable: {
    yes: "L’adresse que nomme {$code} peut aussi servir à des requêtes ultérieures, aussi longtemps que la réponse le permet.",
    no: "Aucune adresse dans {$code} n’est à garder pour des appels ultérieurs.",
  },
  carries: {
    must: "{$code} doit porter : {$fields}.",
    should: "{$code} devrait porter : {$fields}.",
    none: "{$code} n’a besoin d’aucun en-tête en plus de ceux de toute réponse.",
  },
  concerns: {
    progress: "{$code} dit où en est l’appel.",
    success: "{$code} porte sur une requête qui a été exécutée ou prise en charge.",
    whereabouts: "{$code} porte sur l’endroit où se trouve l’appelé, non sur sa volonté de prendre l’appel.",
    availability: "{$code} porte sur la possibilité, pour l’appelé, de prendre l’appel maintenant.",
    willingness: "{$code} dit si l’appelé, ou quelqu’un en son nom, veut de l’appel.",
    permission: "{$code} porte sur ce que l’appelant a le droit de faire, non sur son identité.",
    credentials: "{$code} porte sur un mot de passe ou une autre preuve que l’appelant doit encore donner.",
    identity: "{$code} porte sur l’identité que l’appelant revendique et sur la façon dont elle est prouvée.",
    body: "{$code} porte sur ce que la requête transporte : la description de session, un autre corps ou son chiffrement.",
    size: "{$code} porte sur la taille de la requête.",
    capability:
      "{$code} porte sur ce qu’un côté ne prend pas en charge : une méthode, une extension, un schéma, une version ou un paquet.",
    interval: "{$code} porte sur une durée que la requête a demandée.",
    dialog: "{$code} porte sur l’état d’un dialogue, d’une transaction ou d’une publication.",
    route: "{$code} porte sur le chemin vers l’appelé, non sur l’appelé.",
    health: "{$code} porte sur l’état d’un serveur et non sur l’appelé.",
    form: "{$code} porte sur la façon dont la requête est écrite.",
  },
  repairedBy: {
    nobody: "Personne n’a à remédier à quoi que ce soit après {$code}.",
    caller: "La personne qui appelle peut agir sur {$code} : par une autre adresse, à un autre moment ou autrement.",
    callerAgent: "Le logiciel appelant peut corriger de lui-même ce qui a mené à {$code} et renvoyer la requête.",
    callee: "Seul l’appelé peut changer ce qui a mené à {$code}.",
    operator: "C’est à celui qui exploite les serveurs de corriger ce qui a mené à {$code}.",
  },
  registry: {
    iana: "{$code} figure au registre IANA des codes de réponse SIP.",
    obsolete: "{$code} figurait dans la RFC 2543 et a été abandonné par la RFC 3261 : il n’est pas au registre IANA.",
    unregistered:
      "{$code} n’a jamais été enregistré : un fabricant l’emploie, et tous les autres le traitent d’après son premier chiffre.",
  },
} as const satisfies FactTexts;
