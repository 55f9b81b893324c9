import type { Texts } from "../texts.ts";

export const classes = {
  "1xx": {
    name: "Provisoire",
    says: "Les réponses 1xx rendent compte de l’avancement : rien n’est décidé, et une réponse finale suit.",
    text: "Une réponse provisoire dit à l’appelant que quelqu’un s’occupe de la requête. Elle arrête la retransmission d’un `INVITE` sur UDP et, avec un tag de `To`, ouvre un dialogue précoce. Elle ne reçoit pas d’`ACK` et se perd sans laisser de trace, sauf si `100rel` la protège par `PRACK`. Seul un `INVITE` reçoit d’autres réponses provisoires que 100.",
  },
  "2xx": {
    name: "Succès",
    says: "Les réponses 2xx disent que la requête a réussi : un appel est décroché, un enregistrement est en place, un abonnement est accepté.",
    text: "Un 2xx à un `INVITE` est le décrochage, et l’agent utilisateur appelant doit envoyer `ACK` pour chacun, de bout en bout. Tant que l’`ACK` ne vient pas, le téléphone répète son 2xx pendant 32 s, puis met fin à l’appel par `BYE`. Un appel bifurqué peut en apporter plusieurs, un de chaque téléphone qui a répondu.",
  },
  "3xx": {
    name: "Redirection",
    says: "Les réponses 3xx nomment d’autres adresses : l’appelant, ou un proxy à sa place, essaie celles de `Contact`.",
    text: "Une redirection met fin à cette requête sans refuser l’appel. Chaque `Contact` est une adresse à essayer, le `q` le plus élevé d’abord et chacune une seule fois. Un serveur qui suit les redirections pour ses appelants paie les nouveaux appels : il devrait donc limiter où elles peuvent mener.",
  },
  "4xx": {
    name: "Échec de la requête",
    says: "Les réponses 4xx refusent cette requête auprès de ce serveur : changez-la ou adressez-vous ailleurs avant de la renvoyer.",
    text: "Un 4xx dit que ce serveur ou ce téléphone n’exécute pas cette requête telle qu’elle est. La même requête peut réussir auprès d’un autre serveur, aussi un proxy qui bifurque continue-t-il de faire sonner les autres téléphones. Certains demandent un changement : des identifiants pour 401 et 407, un intervalle plus long pour 423, un autre codec pour 488.",
  },
  "5xx": {
    name: "Échec du serveur",
    says: "Les réponses 5xx disent qu’un serveur a échoué sur une requête peut-être juste : un autre serveur peut l’exécuter.",
    text: "Un 5xx est imputable à un serveur et non à la requête. Un proxy qui bifurque ne l’envoie à l’appelant que si aucune branche n’a rien apporté de mieux. Un 503 fait passer un client à l’adresse suivante du serveur selon le DNS, et un proxy ne le transmet pas mais envoie 500.",
  },
  "6xx": {
    name: "Échec global",
    says: "Les réponses 6xx refusent au nom de l’utilisateur, où qu’il soit : aucun autre téléphone ni aucun autre serveur n’en dira plus.",
    text: "Un 6xx vaut pour toutes les adresses de l’utilisateur. Un proxy qui bifurque n’ouvre plus de branche, annule les téléphones qui sonnent encore et envoie le 6xx une fois qu’ils ont fini. Seul un 2xx déjà en route l’emporte sur lui. Un téléphone seul en sait rarement assez pour en envoyer un.",
  },
} as const satisfies Texts["classes"];
