import type { CompareTexts, ConsequenceTexts } from "../texts.ts";

export const compare = {
  title: "SIP {$a} {$aPhrase} et {$b} {$bPhrase} comparés",
  lead: {
    provisionalAndFinal:
      "{$a} est un compte rendu en cours de route, et une réponse finale suit encore ; {$b} est final et clôt la transaction.",
    successAndFailure: "{$a} dit que la requête a réussi ; {$b} dit qu’elle a échoué.",
    successAndRedirection: "{$a} dit que la requête a réussi ; {$b} dit où essayer ailleurs.",
    redirectionAndFailure: "{$a} propose une autre adresse à essayer ; {$b} est un refus.",
    scopeDiffers: "{$a} et {$b} disent tous deux non, et diffèrent par la portée de ce non.",
    nextDiffers: "Ce qui distingue {$a} de {$b}, c’est ce que l’appelant fait ensuite.",
    sendersDiffer: "{$a} et {$b} demandent la même chose à l’appelant, et diffèrent par celui qui les envoie.",
    concernsDiffer: "{$a} et {$b} demandent la même chose à l’appelant, et diffèrent par leur objet.",
    closeRelatives:
      "{$a} et {$b} sont proches parents : l’appelant fait la même chose après l’un et l’autre, et seuls des détails les distinguent.",
  },
  aspect: {
    class: "Classe",
    scope: "Sa portée",
    concerns: "De quoi il s’agit",
    sentBy: "Qui l’envoie",
    fork: "Ce que fait un proxy qui bifurque",
    next: "Ce que fait ensuite l’appelant",
    retryAfter: "Délai avant un nouvel essai",
    repairedBy: "Qui peut y remédier",
    dialog: "Ce que devient le dialogue",
    hops: "Derrière Asterisk et FreeSWITCH",
    billing: "Facturation",
    carries: "Ce qu’il doit porter",
    methods: "À quelles requêtes il répond",
    q850: "Cause dans le réseau téléphonique",
    xmpp: "Condition dans XMPP",
    cacheable: "Valable pour des appels ultérieurs",
    registry: "Registre",
    cause: "Cause la plus fréquente",
    evidence: "Ce que montre la trace",
  },
  swapLead: "Là où {$a} était juste et où {$b} est envoyé, voici ce qui change :",
  swapNothing:
    "Proxys et appelants agissent de même pour les deux : seul le motif est faux, dans les journaux et à l’écran.",
} as const satisfies CompareTexts;

export const consequences = {
  fork: {
    absorbed: "Le proxy suivant garde la réponse pour lui, et l’appelant n’en sait rien.",
    passedOn: "L’appelant l’apprend aussitôt, et les autres téléphones continuent de sonner.",
    wins: "L’appelant est mis en relation avec celui qui a répondu, et les autres téléphones cessent de sonner.",
    offered:
      "Les autres téléphones continuent de sonner, et l’appelant ne reçoit une autre adresse que lorsque tous ont fini sans réponse.",
    merged: "L’appelant se voit demander des identifiants une fois que tous les téléphones ont fini sans réponse.",
    preferred:
      "Les autres téléphones continuent de sonner, et l’appelant apprend ce qu’il doit corriger avant de recevoir un refus ordinaire.",
    waits: "Les autres téléphones continuent de sonner et peuvent encore répondre.",
    waitsLast: "Les autres téléphones continuent de sonner, et tout 4xx venant d’eux parvient à l’appelant à sa place.",
    replaced: "Les autres téléphones continuent de sonner, et l’appelant reçoit un autre code à sa place.",
    ends: "Les autres téléphones cessent de sonner, et aucun autre n’est essayé, messagerie comprise.",
  },
  next: {
    wait: "L’appelant continue d’attendre une réponse finale qui ne viendra peut-être jamais.",
    releaseEarlyDialog: "L’appelant abandonne un dialogue précoce et continue d’attendre un autre téléphone.",
    ack: "L’appelant tient la requête pour acquise et, dans un appel, envoie `ACK` et ouvre ses médias.",
    awaitNotify: "L’appelant tient la requête pour acceptée et attend un résultat.",
    done: "L’appelant tient la requête pour terminée et ne fait plus rien.",
    redirect: "L’appelant essaie les adresses de `Contact`, ou s’arrête s’il n’y en a pas.",
    askUser: "Le logiciel de l’appelant s’arrête et interroge son utilisateur.",
    authenticate: "L’appelant cherche un défi et envoie des identifiants.",
    repair: "L’appelant cherche quelque chose à changer dans sa requête.",
    retry: "L’appelant renvoie la même requête dans les secondes qui suivent.",
    tryElsewhere: "L’appelant s’adresse à un autre serveur ou passe par une autre connexion.",
    retryLater: "L’appelant peut réessayer la même requête plus tard.",
    startOver: "L’appelant oublie ce qu’il croyait partager avec l’autre côté et repart de zéro.",
    obtainConsent: "L’appelant cherche à obtenir un consentement que personne n’a demandé.",
    seekRedress: "L’appelant cherche à qui se plaindre.",
    giveUp: "L’appelant ne réessaie pas de lui-même.",
  },
  dialog: {
    none: "Aucun dialogue n’est créé ni terminé.",
    early: "Un dialogue précoce s’ouvre, que personne ne confirmera peut-être jamais.",
    endsEarly: "Un dialogue précoce se termine tandis que l’appel continue d’attendre.",
    confirms: "Un dialogue est établi, et quelqu’un doit y mettre fin par `BYE`.",
    transaction: "Pendant un appel, seule cette requête échoue.",
    usage: "Pendant un appel, l’appel lui-même prend fin, tandis qu’un abonnement dans le même dialogue continue.",
    dialog: "Pendant un appel, tout prend fin, y compris les abonnements dans le même dialogue.",
  },
  billing: {
    none: "Aucune facturation n’en dépend plus.",
    notStarted: "La facturation ne commence pas.",
    starts: "La facturation commence.",
    newLeg: "Celui qui paie le nouveau tronçon en reçoit la facture.",
    notCharged: "L’appel compte comme non décroché et n’est pas facturé.",
  },
} as const satisfies ConsequenceTexts;
