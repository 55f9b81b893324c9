import type { Texts } from "../texts.ts";

export const behaviours = {
  hundredEndsHere:
    "Ce serveur envoie un seul 100, le sien, quand une réponse met plus de 150 ms, et garde pour lui ceux des téléphones.",
  provisionalPassedOn:
    "Ce serveur transmet à l’appelant, au fur et à mesure, chaque réponse provisoire à un `INVITE` autre que 100, une inconnue comme les autres.",
  noProvisionalToNonInvite:
    "Ce serveur ne transmet aucune réponse provisoire quand la requête n’est pas un `INVITE`, car la RFC 4320 n’y admet que 100.",
  successAtOnce:
    "Ce serveur transmet aussitôt un 2xx à l’appelant et, quand celui-ci répond à un `INVITE`, les téléphones qui sonnent encore reçoivent un `CANCEL`.",
  everyForkedSuccessPassedOn:
    "Quand deux téléphones répondent au même instant, ce serveur transmet les deux 2xx à l’appelant, qui en garde un et met fin à l’autre par `BYE`.",
  successRepeatedByPhone:
    "Ce serveur ne répète pas de lui-même un 2xx à un `INVITE` : le téléphone le répète jusqu’à l’arrivée de l’`ACK` de l’appelant.",
  successBeatsGlobalFailure:
    "Quand un téléphone répond par un 2xx après qu’un autre a envoyé un 6xx, ce serveur laisse le 2xx l’emporter tant que le 6xx n’est pas parti.",
  globalFailureStopsHunt:
    "Après un 6xx, ce serveur n’essaie plus aucun téléphone, même quand il en reste dans une recherche en série.",
  globalFailureCancelsOthers: "Après un 6xx, ce serveur envoie un `CANCEL` à chaque téléphone qui sonne encore.",
  globalFailureWaitsForOthers:
    "Ce serveur n’envoie un 6xx à l’appelant qu’une fois que chaque téléphone qu’il a annulé a fini.",
  failureKeepsHunting:
    "Après un 4xx ou un 5xx, ce serveur continue : les autres téléphones sonnent toujours, et une recherche en série passe au suivant.",
  lowestClassWins:
    "Quand tous les téléphones ont refusé, et aucun par un 6xx, ce serveur envoie la réponse de la classe la plus basse et, parmi les 4xx, préfère 401, 407, 415, 420 et 484.",
  challengesMerged:
    "Quand plusieurs téléphones répondent 401 ou 407, ce serveur met tous leurs défis dans la seule réponse que reçoit l’appelant.",
  lone503Becomes500:
    "Quand un 503 est ce qui est venu de mieux, ce serveur envoie 500 sans son `Retry-After`, car ce n’est pas lui qui est surchargé.",
  flowFailedBecomes480:
    "Quand un 430 est ce qui est venu de mieux, ce serveur envoie 480, car le téléphone ne peut être joint maintenant.",
  cancelCarriesReason:
    'Un `CANCEL` de ce serveur dit pourquoi : `Reason: SIP;cause=200;text="Call completed elsewhere"` après une réponse par 200, et le code lui-même après un 6xx.',
  cancelWaitsForProvisional:
    "Ce serveur retient un `CANCEL` jusqu’à ce que le téléphone ait envoyé sa première réponse provisoire à l’`INVITE`.",
  cancelledCallEnds487:
    "Ce serveur répond aussitôt 200 à un `CANCEL`, annule les téléphones qui sonnent, et l’appel se termine par 487 des deux côtés.",
  cancelUnknown481: "Ce serveur répond 481 à un `CANCEL` qui ne correspond à aucune requête qu’il a relayée.",
  redirectionPassedOn:
    "Sauf si sa politique est de suivre les redirections, ce serveur transmet un 3xx à l’appelant, ses lignes `Contact` inchangées, une fois que tous les téléphones ont fini sans meilleure réponse.",
  redirectionFollowedByPolicy:
    "Avec `recursion` pour politique, ce serveur appelle lui-même les adresses de `Contact`, chacune une seule fois, et l’appelant ne voit la redirection que si aucune d’elles ne peut être suivie.",
  noAnswer408: "Ce serveur répond 408 à un appel quand un téléphone n’envoie rien pendant 32 s sur UDP.",
  timerCEndsRinging:
    "Ce serveur annule un téléphone qui sonne plus de trois minutes sans autre réponse provisoire et envoie 408 à l’appelant.",
  noLate408ToNonInvite:
    "Quand personne ne répond à une requête autre qu’`INVITE`, ce serveur n’envoie pas de 408, car il viendrait trop tard pour servir.",
  failureAcknowledgedHopByHop:
    "Ce serveur envoie lui-même au téléphone l’`ACK` d’un `INVITE` refusé, et répète le refus à l’appelant jusqu’à l’arrivée de l’`ACK` de celui-ci.",
  unknownCodeAsClass:
    "Ce serveur traite un code que personne n’a enregistré comme le premier de sa classe, 499 comme 400, et le transmet tel qu’il a été envoyé.",
  unknownUser404: "Ce serveur répond 404 pour un utilisateur de son domaine qu’il ne connaît pas.",
  knownUserWithoutContacts480:
    "Ce serveur répond 480 pour un utilisateur qu’il connaît et qui n’a aucun téléphone enregistré.",
  foreignDomain403:
    "Ce serveur répond 403 à une requête pour un domaine qu’il ne gère pas, sauf si sa politique relaie de telles requêtes.",
  closedConnection480:
    "Quand un téléphone s’est enregistré par WebSocket et que sa connexion est fermée, ce serveur répond 480 aussitôt et n’attend aucun temporisateur.",
  registrarChallenges401:
    "Avec l’authentification digest, ce serveur répond à un `REGISTER` sans identifiants par 401 et un en-tête `WWW-Authenticate`.",
  proxyChallenges407:
    "Avec l’authentification digest, ce serveur répond à un appel sans identifiants par 407 et un en-tête `Proxy-Authenticate`.",
  wrongPasswordLooksLikeUnknownUser:
    "Ce serveur donne la même réponse à un mot de passe faux et à un utilisateur inconnu, pour que personne ne puisse dresser la liste de ses utilisateurs.",
  loop482: "Ce serveur répond 482 quand une requête lui revient inchangée, dès le premier retour.",
  hops483: "Ce serveur répond 483 à une requête qu’il devrait relayer et dont le `Max-Forwards` vaut 0.",
  breadth440:
    "Quand une bifurcation demande plus de branches que n’en laisse `Max-Breadth`, 60 sauf si la requête en demande moins, ce serveur répond 440 et n’appelle aucun de ses téléphones.",
  extension420:
    "Ce serveur répond 420 quand `Proxy-Require` nomme une extension qu’il ne connaît pas, et répète le nom dans `Unsupported`.",
  interval423:
    "Ce serveur répond 423 avec `Min-Expires` quand un `REGISTER` demande moins de temps que n’en admet sa politique, 60 s par défaut, et ne change aucune liaison.",
  malformed400:
    "Ce serveur répond 400 à une requête qui se contredit, par exemple celle dont le `CSeq` nomme une autre méthode, et ne la relaie nulle part.",
  internalFault500:
    "Quand une exception se produit dans ce serveur, il répond 500 à la requête concernée, et l’appel suivant fonctionne.",
} as const satisfies Texts["behaviours"];
