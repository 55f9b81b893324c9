import type { OutcomeTexts } from "../texts.ts";

export const outcomes: OutcomeTexts = {
  kind: {
    answered: {
      title: "L’appel a été décroché",
      text: "L’autre côté a répondu, et les deux côtés se sont accordés sur l’appel.",
      advice:
        "Si personne n’entend rien, regardez les adresses dans le SDP des deux côtés : le son voyage sans passer par les serveurs.",
    },
    rejected: {
      title: "L’appel a été refusé",
      text: "Une réponse finale a refusé la requête.",
      advice: "Regardez le code : il dit jusqu’où porte le refus et quoi faire ensuite.",
    },
    redirected: {
      title: "L’appel a été envoyé ailleurs",
      text: "La réponse nomme d’autres adresses, et ce côté ne les a pas suivies.",
      advice: "Appelez une des adresses de l’en-tête `Contact`, ou autorisez le suivi des redirections.",
    },
    canceled: {
      title: "L’appel a été annulé",
      text: "L’appelant a renoncé avant que quelqu’un réponde.",
      advice:
        "Laissez sonner plus longtemps si quelqu’un aurait dû répondre, et voyez dans le diagramme des échanges si un téléphone a sonné.",
    },
    timeout: {
      title: "Personne n’a répondu à temps",
      text: "La requête est partie, et aucune réponse finale n’est venue avant la fin du délai.",
      advice:
        "Voyez dans le diagramme des échanges où les réponses s’arrêtent. Rien du tout désigne une mauvaise adresse ou un pare-feu, une sonnerie sans fin un téléphone que personne ne décroche.",
    },
    unreachable: {
      title: "Personne n’est joignable à cet endroit",
      text: "La requête n’a pas pu être remise : le nom est inconnu, ou rien n’est à l’écoute à cette adresse et sur ce port.",
      advice:
        "Vérifiez l’adresse, le port et le transport, et assurez-vous que le serveur fonctionne. Personne n’a refusé l’appel.",
    },
    failed: {
      title: "Ce côté n’a pas pu continuer",
      text: "L’appel s’est terminé à cause d’une erreur de ce côté : ses médias, ses réglages ou son programme.",
      advice: "Lisez le texte de l’erreur. Répéter l’appel sans rien changer donne le même résultat.",
    },
    incomplete: {
      title: "La fin n’est pas connue",
      text: "La trace s’arrête avant une réponse finale.",
      advice: "Capturez plus longtemps, ou à un endroit qui voit les deux sens.",
    },
  },
  decidedBy: {
    callee: "C’est le téléphone ou l’utilisateur appelé qui en a décidé.",
    caller: "C’est l’appelant qui en a décidé.",
    server: "C’est un serveur du chemin qui en a décidé : le téléphone appelé n’a pas eu à être sollicité.",
    network: "Personne n’en a décidé : le chemin est muet ou coupé.",
    local: "Ce côté en a décidé de lui-même.",
  },
  who: "Celui qui a décidé s’annonce comme {$who}.",
  retryAfter: "Réessayez après {$seconds} s : la réponse le demande.",
  ended: {
    hungUpHere: "Ce côté a raccroché.",
    hungUpThere: "L’autre côté a raccroché.",
    noAck: "L’`ACK` n’est jamais arrivé, l’appel a donc pris fin après 32 s.",
    sessionTimer: "Personne n’a rafraîchi la session à temps, l’appel a donc pris fin.",
    failure: "Une requête à l’intérieur de l’appel a échoué, et l’appel avec elle.",
    replaced: "Un autre appel a pris sa place.",
    media: "Le son de ce côté n’a pas pu continuer.",
  },
  progress: {
    calling: "Appel vers {$target}",
    ringing: "Ça sonne ({$code} {$phrase})",
    earlyMedia: "Du son avant le décrochage ({$code} {$phrase})",
    provisional: "En cours ({$code} {$phrase})",
    redirected: "Redirigé ({$code} {$phrase}) vers {$target}",
    answered: "Décroché après {$seconds} s",
    hangingUp: "Raccrochage",
    cancelling: "Annulation",
    stopped: "Arrêté avant l’arrivée d’une réponse",
    realm:
      "Le serveur demande un nom et un mot de passe du realm {$realm}, et aucun n’est donné pour lui : indiquez --user, --password et --realm",
    registering: "Enregistrement de {$target}",
    registered: "Enregistré pour {$seconds} s",
    unregistered: "Enregistrement supprimé",
    asking: "Interrogation de {$target}",
    sending: "Envoi à {$target}",
    delivered: "Pris en charge ({$code} {$phrase})",
    transferring: "Transfert vers {$target}",
    transferProgress: "Le transfert se poursuit ({$code} {$phrase})",
    transferred: "Transféré ({$code} {$phrase})",
    subscribing: "Abonnement à {$target}",
    subscribed: "Abonné pour {$seconds} s",
    subscriptionEnded: "L’abonnement a pris fin : {$state}",
  },
  transfer: {
    noNotify: "Le transfert a été accepté, et aucun `NOTIFY` n’en a dit la suite.",
    subscriptionExpired: "Le temps imparti pour rendre compte du transfert s’est écoulé avant qu’il ait un résultat.",
    terminatedWithoutResult: "Les comptes rendus du transfert ont pris fin sans résultat.",
    peerGone: "L’autre côté a disparu avant de dire comment le transfert s’est terminé.",
  },
};
