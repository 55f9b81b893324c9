import type { ConfusedPair } from "../../pairs.ts";
import type { VerdictTexts } from "../texts.ts";

/** By hand, for the pairs people confuse. */
export const verdicts = {
  "200-vs-600": {
    summary:
      "200 à un `INVITE` est le décrochage : les médias passent, la facturation commence, et l’appelant doit un `ACK`. 600 est l’affirmation, par un téléphone, que son utilisateur est occupé partout où l’on pourrait le joindre : un proxy annule donc tous les autres téléphones. Les deux se rencontrent là où une machine répond pour un utilisateur occupé : la messagerie donne un 200, et le 600 était alors une erreur.",
    choose:
      "Envoyez 200 quand une personne ou une machine prend réellement l’appel, messagerie et file d’attente comprises. N’envoyez 600 que si vous savez que rien d’autre, pas même la messagerie, ne le prendra. Un téléphone occupé qui ne sait rien des autres envoie 486.",
    swap: "Un PBX qui répond 200 pour diffuser une annonce d’occupation la fait payer à l’appelant et compte comme appel décroché dans tous les rapports. Un combiné qui envoie 600 alors que le softphone de l’utilisateur est libre y coupe la sonnerie en quelques millisecondes.",
  },
  "200-vs-603": {
    summary:
      "200 à un `INVITE` établit l’appel et lance la facturation. 603 le refuse pour tous les téléphones de l’appelé et tait la raison. Souvent, un 603 ne vient d’aucune personne : aux États-Unis, l’outil d’analyse d’un opérateur l’envoie comme 603 avec le libellé Network Blocked. Les deux demandent un `ACK` : pour 200, l’appelant l’envoie de bout en bout ; pour 603, c’est le saut précédent.",
    choose:
      "Envoyez 200 quand quelqu’un prend l’appel. Envoyez 603 quand l’utilisateur n’en veut sur aucun téléphone et que vous savez que rien d’autre ne répondra. Une touche de rejet qui parle pour un seul téléphone envoie 486 ou 480, pour que la messagerie puisse encore prendre l’appel.",
    swap: "Un service de filtrage qui répond 200 pour diffuser « cet appelant est bloqué » facture l’appelant et cache le refus dans tous les journaux. Un poste de bureau qui envoie 603 au rejet met fin à un groupe d’appel : les autres téléphones reçoivent aussitôt un `CANCEL`.",
  },
  "302-vs-600": {
    summary:
      "302 dit où essayer ensuite : son `Contact` porte l’adresse, et l’appelant ou un proxy appelle à cette adresse. 600 dit qu’il n’y a nulle part où essayer : l’utilisateur est occupé à toutes ses adresses. Un proxy qui bifurque garde un 302 jusqu’à ce que tous les téléphones aient répondu, tandis qu’un 600 annule aussitôt les autres et prime sur le 302.",
    choose:
      "Envoyez 302 quand vous connaissez une autre adresse pour cet appel, comme un mobile ou la messagerie. N’envoyez 600 que s’il n’y en a pas et que l’utilisateur est occupé partout. Un téléphone occupé avec renvoi sur occupation envoie 302 avec cette adresse.",
    swap: "Un téléphone avec renvoi sur occupation qui envoie 600 empêche sa propre messagerie d’être jamais appelée. Un 302 vers l’adresse de toute façon occupée oblige l’appelant à composer deux fois, et Asterisk ne compose par défaut que la partie utilisateur du `Contact`, dans son propre plan de numérotation.",
  },
  "200-vs-604": {
    summary:
      "200 dit que la requête a réussi : quelqu’un ou quelque chose a répondu à cette adresse. 604 dit avec autorité que l’adresse n’existe nulle part, dans aucun domaine ni sur aucun serveur. Un numéro hors service ne doit jamais donner un 200 : une annonce a sa place en média précoce derrière un 183, suivie de 404 ou de 604.",
    choose:
      "N’envoyez 200 que si la requête a été exécutée. N’envoyez 604 qu’avec autorité sur tous les endroits où l’utilisateur pourrait être, comme le registre d’un plan de numérotation privé. Un serveur d’enregistrement qui connaît son domaine et rien d’autre envoie 404.",
    swap: "Un commutateur qui répond 200 et diffuse « ce numéro n’est pas en service » lance la facturation, et un automate d’appel note le numéro mort comme actif. 604 pour un utilisateur seulement inconnu ici met fin à la recherche d’un proxy qui avait un second domaine à interroger.",
  },
  "202-vs-603": {
    summary:
      "202 à un `REFER` dit que le téléphone qui doit transférer a accepté l’ordre, non que le transfert a réussi : le résultat suit dans un `NOTIFY`. 603 refuse l’ordre lui-même, ou figure comme `SIP/2.0 603 Decline` dans le corps de ce `NOTIFY` quand le refus est venu plus tard. Un logiciel récent envoie 200 au lieu de 202 : la RFC 7647 interdit ici 202.",
    choose:
      "Répondez 200 à un `REFER` quand vous allez essayer, puis rendez compte par `NOTIFY`. Répondez 603 quand vous n’essaierez pas du tout. Traitez un 202 reçu comme un 200, car Asterisk et FreeSWITCH l’envoient encore. N’envoyez 202 qu’en tant que relais d’un `MESSAGE` incapable d’en garantir la remise.",
    swap: "Un téléphone qui dit 202 puis ne fait rien laisse l’auteur du transfert attendre un `NOTIFY` jusqu’à ce qu’il renonce, et le client reste en attente. Un auteur du transfert qui prend 202 pour un succès et envoie `BYE` trop tôt perd l’appel quand le `NOTIFY` apporte un 603.",
  },
  "180-vs-183": {
    summary:
      "180 dit que le téléphone avertit son utilisateur, et le téléphone de l’appelant joue sa propre tonalité de retour d’appel. 183 dit que l’appel progresse et apporte le plus souvent un SDP, si bien que l’appelant entend le côté distant : tonalité, annonce, musique. Ni l’un ni l’autre n’est un décrochage et, selon l’usage, ni l’un ni l’autre ne lance la facturation.",
    choose:
      "Envoyez 180 quand le téléphone sonne et que celui de l’appelant doit produire la tonalité. Envoyez 183 avec SDP quand vous envoyez le son en RTP. N’envoyez pas 183 avec SDP suivi de silence : le téléphone de l’appelant a alors déjà coupé sa propre tonalité.",
    swap: "Une passerelle qui envoie 183 avec SDP mais sans RTP laisse l’appelant dans le silence jusqu’au décrochage : l’absence classique de retour d’appel. Un 180 à la place de 183 devant un trunk cache l’annonce qui dit pourquoi l’appel va échouer.",
  },
  "200-vs-202": {
    summary:
      "200 dit que la requête a réussi. 202 disait qu’elle était acceptée et que le résultat viendrait plus tard. Pour `REFER` et `SUBSCRIBE`, 202 ne doit plus être envoyé, car le `NOTIFY` annonce de toute façon le résultat, et qui en reçoit un le traite comme un 200. Il subsiste pour un relais qui a pris un `MESSAGE` et ne peut en garantir la remise.",
    choose:
      "Répondez 200 à `REFER`, à `SUBSCRIBE` et à tout ce que vous acceptez d’autre. Ne répondez 202 qu’à un `MESSAGE` que vous avez stocké pour plus tard. Ne répondez jamais 202 à un `INVITE` : une file qui fait attendre l’appelant relève du 182.",
    swap: "Un client qui compare exactement à 200 prend le 202 d’Asterisk ou de FreeSWITCH pour un transfert échoué et reprend l’appel. Un relais à stockage qui dit 200 fait afficher « remis » à l’émetteur pour un message encore en file.",
  },
  "301-vs-302": {
    summary:
      "Les deux nomment une autre adresse dans `Contact`. 301 dit que l’ancienne adresse a fait son temps : l’appelant devrait la remplacer dans son carnet. 302 vaut pour cet appel, et pour les suivants seulement aussi longtemps que le dit un en-tête ou un paramètre `Expires`. Sans lui, l’appel suivant repart vers l’ancienne adresse.",
    choose:
      "Envoyez 301 quand un utilisateur ou un numéro a déménagé définitivement. Envoyez 302 pour un renvoi, une absence ou un partage de charge, avec `Expires` quand les appelants peuvent le retenir. En cas de doute, envoyez 302 : un 301 envoyé à tort reste dans les caches d’inconnus, hors de votre portée.",
    swap: "Un PBX qui envoie 301 pour un renvoi pendant les vacances continue d’adresser certains appelants au remplaçant après les vacances. Un bureau renuméroté qui envoie 302 sans `Expires` paie deux transactions par appel, pour toujours.",
  },
  "302-vs-305": {
    summary:
      "302 donne une autre adresse pour l’appelé. 305 donne le proxy par lequel ce même appelé doit être joint : son `Contact` est un chemin et non une personne, et seul un agent utilisateur peut l’envoyer. Peu de téléphones suivent un 305, car il laisse un inconnu choisir le proxy qui lit le trafic.",
    choose:
      "Envoyez 302 quand l’appelé est ailleurs. Pour imposer un chemin, utilisez `Record-Route`, `Path`, un réglage de proxy sortant ou le DNS, et non 305. En tant qu’appelant, n’obéissez pas à un 305 vers un proxy auquel vous n’avez aucune raison de faire confiance.",
    swap: "Un serveur qui envoie 305 pour faire passer les appels par un SBC perd tous ceux d’un téléphone qui ne le suit pas : l’utilisateur voit « Use Proxy » et entend une tonalité. Un 302 avec l’adresse du proxy dans `Contact` perd la partie utilisateur composée, et le proxy répond 404.",
  },
  "401-vs-403": {
    summary:
      "401 demande qui vous êtes : sa ligne `WWW-Authenticate` porte un nonce, et la même requête avec des identifiants peut passer. 403 dit que le serveur a compris et ne le fera pas, et la répéter ne sert à rien. Un 401 en réponse à des identifiants signifie qu’ils étaient erronés ou que leur nonce était trop ancien : cherchez `stale=true`.",
    choose:
      "Envoyez 401 quand les identifiants sont absents, erronés ou périmés. Envoyez 403 quand ils sont bons et que l’utilisateur n’a pas le droit de faire cela, par exemple appeler un numéro interdit ou depuis l’adresse d’un autre utilisateur. Ne distinguez pas un utilisateur inconnu d’un mauvais mot de passe.",
    swap: "Un serveur d’enregistrement qui répond 403 à un mauvais mot de passe dit au téléphone qu’il est inutile de réessayer : une seule faute de frappe, et il reste non enregistré jusqu’à ce qu’on le redémarre. Un 401 pour un numéro interdit amène le téléphone à redemander sans cesse le mot de passe.",
  },
  "401-vs-407": {
    summary:
      "Les deux sont des défis. 401 vient de celui qui répond à la requête, serveur d’enregistrement ou terminal, avec `WWW-Authenticate`, et l’on y répond par `Authorization`. 407 vient d’un proxy du chemin, avec `Proxy-Authenticate`, et l’on y répond par `Proxy-Authorization`. Un appel peut en rencontrer plusieurs, un par realm.",
    choose:
      "Un serveur d’enregistrement, un serveur de redirection et un agent utilisateur envoient 401. Un proxy envoie 407 et ne doit pas envoyer 401. Un B2BUA comme Asterisk est un agent utilisateur : il envoie 401 aux appels aussi. Les clients répondent aux deux et gardent des identifiants par realm.",
    swap: "Un client qui met son digest dans `Authorization` après un 407 reçoit des défis sans fin. Un proxy qui envoie 401 se fait passer pour l’appelé : le 401 que l’appelé envoie ensuite lui-même a l’air d’un mot de passe refusé.",
  },
  "403-vs-603": {
    summary:
      "403 est le non d’un serveur à cette requête : l’appelant n’y a pas droit, par son compte, son adresse ou la politique. 603 est le non de l’appelé, ou d’une machine en son nom, et il vaut pour tous les téléphones. Un proxy continue de chercher après 403 et s’arrête après 603. À travers un Asterisk, 603 devient 403 par son code de cause.",
    choose:
      "Envoyez 403 quand votre politique interdit la requête : destination interdite, domaine étranger, crédit épuisé. Envoyez 603 quand le côté appelé ne veut pas de l’appel. Le blocage par analyse a ses propres codes : 608, ou 603 avec le libellé Network Blocked aux États-Unis.",
    swap: "FreePBX n’essaie aucun autre trunk après un 603 : un opérateur qui dit 603 pour un compte vide laisse l’appelant sans aucun appel. Un téléphone qui envoie 403 au rejet amène l’assistance à chercher un mauvais mot de passe.",
  },
  "404-vs-410": {
    summary:
      "404 dit que ce domaine ne connaît pas l’utilisateur, ou ne gère pas le domaine composé. 410 dit qu’il connaissait l’utilisateur, que l’adresse est définitivement morte et qu’aucune nouvelle n’est connue. Les deux sont définitifs pour le domaine, et les deux mettent fin au dialogue entier quand ils répondent à une requête envoyée dans ce dialogue.",
    choose:
      "Envoyez 410 quand vous savez que le numéro a été résilié et que personne ne le reprend. Envoyez 404 quand vous ne l’avez jamais connu. Quand une nouvelle adresse est connue, envoyez 301. Quand l’utilisateur existe et qu’aucun téléphone n’est enregistré, envoyez 480.",
    swap: "404 pour un numéro porté ou fermé fait chercher aux appelants une faute de frappe, et les carnets gardent le numéro mort. 410 pour un utilisateur qui n’a simplement aucun téléphone en ligne fait effacer un bon numéro par un automate d’appel.",
  },
  "404-vs-480": {
    summary:
      "404 dit que cet utilisateur n’existe pas ici. 480 dit que l’utilisateur existe et ne peut être joint maintenant : aucun téléphone n’est enregistré, ou le téléphone ne dérange pas son utilisateur. De cette différence dépend l’utilité de rappeler. Un script Kamailio d’origine répond 404 pour un téléphone qui n’est que hors ligne.",
    choose:
      "Envoyez 404 quand la partie utilisateur n’est dans aucune de vos tables. Envoyez 480 quand elle y est et qu’aucun contact n’est enregistré, avec `Retry-After` si vous connaissez le délai. Cachez la différence aux appelants que vous n’avez pas authentifiés, sinon ils peuvent dresser la liste de vos utilisateurs.",
    swap: "404 pour un téléphone hors ligne envoie l’assistance vers le plan de numérotation alors que le téléphone a perdu son réseau. 480 pour un numéro qui n’existe pas le fait rappeler chaque heure par un automate d’appel, et la messagerie peut prendre des messages pour personne.",
  },
  "404-vs-604": {
    summary:
      "Les deux disent que l’utilisateur n’existe pas, et les deux sont définitifs. La différence est leur portée : 404 vaut pour un domaine, 604 pour tous les endroits. Un proxy qui bifurque essaie ses autres branches après 404 et les annule après 604. À travers Asterisk comme à travers FreeSWITCH, les deux ressortent en 404.",
    choose:
      "Envoyez 404 : un serveur d’enregistrement ou un PBX connaît ses propres utilisateurs et aucun autre. N’envoyez 604 que si vous détenez tout l’annuaire, comme la base centrale d’une tranche de numéros. Une passerelle qui reçoit la cause 1 de l’ISDN envoie 404.",
    swap: "604 venant de l’un de trois trunks empêche le proxy d’essayer les deux qui acheminent le numéro. 404 venant de l’autorité laisse un proxy essayer toutes ses branches tour à tour, et l’appelant entend le même non quelques secondes plus tard.",
  },
  "408-vs-480": {
    summary:
      "408 dit qu’aucune réponse n’est venue à temps : un serveur a attendu et ne sait rien de l’utilisateur. 480 dit que quelqu’un sait que l’utilisateur ne peut être joint maintenant. 408 est le plus souvent un chemin coupé, 480 un téléphone hors ligne ou en mode ne pas déranger. Un téléphone mort sans se désenregistrer donne un 408, après 32 s sur UDP.",
    choose:
      "Un proxy envoie 408 quand aucune réponse finale n’est venue : 32 s sans aucune, ou le Timer C pour une longue sonnerie. Envoyez 480 quand vous savez qu’aucun téléphone n’est enregistré ou que l’utilisateur est absent. Un téléphone que son utilisateur laisse sonner finit par envoyer 480 de lui-même.",
    swap: "480 pour un chemin mort cache un pare-feu qui bloque l’`INVITE` : tout le monde croit l’utilisateur hors ligne. 408 pour un téléphone non enregistré fait attendre 32 s à l’appelant un non connu d’avance, et la bascule vers la messagerie vient trop tard.",
  },
  "408-vs-487": {
    summary:
      "408 dit que le temps s’est écoulé avant une réponse finale. 487 dit que quelqu’un a mis fin à la requête : par un `CANCEL`, ou par un `BYE` au dialogue précoce. 487 est la fin régulière de tout appel que l’appelant abandonne, ce n’est donc pas une panne. Après le Timer C, un proxy annule : le téléphone dit 487, l’appelant reçoit 408.",
    choose:
      "Envoyez 487 en tant que téléphone dont l’`INVITE` a été annulé, après 200 au `CANCEL`. Envoyez 408 en tant que proxy qui a attendu en vain. Quand l’appelant a raccroché, l’appel se termine par 487, même là où un téléphone n’a jamais confirmé le `CANCEL`.",
    swap: "Un proxy qui envoie 487 pour son propre dépassement de délai fait dire aux rapports que l’appelant a raccroché, et personne ne regarde le téléphone muet. 408 pour un appel que l’appelant a annulé fait monter le taux d’échec d’un trunk qui fonctionne.",
  },
  "408-vs-504": {
    summary:
      "408 dit que le côté appelé n’a pas répondu à temps. 504 dit qu’un serveur dont celui-ci avait besoin, comme une passerelle derrière lui ou une consultation, n’a pas répondu. La RFC 3261 fait dire 408 à un proxy pour une branche muette : 504 désigne donc un serveur en coulisse. Les deux deviennent la cause 102 sur une passerelle ISDN.",
    choose:
      "En tant que proxy, envoyez 408 quand une branche reste muette. Envoyez 504 quand un serveur extérieur que vous devez interroger pour traiter la requête ne répond pas : base de données, service de localisation, passerelle. À une requête autre qu’`INVITE`, n’envoyez pas de 408 du tout : il viendrait trop tard.",
    swap: "FreeSWITCH convertit la cause d’expiration en 504, si bien qu’un téléphone éteint a l’air, en amont, d’une passerelle en panne. Un 408 venant d’un serveur dont la base de données est bloquée envoie l’assistance vers le téléphone de l’appelé, qui n’a jamais reçu l’`INVITE`.",
  },
  "480-vs-486": {
    summary:
      "486 dit que le téléphone a été joint et que son utilisateur est pris par un autre appel. 480 dit que l’utilisateur ne peut être joint maintenant, pour toute autre raison : non enregistré, ne pas déranger, pas de réponse. Les deux valent pour un seul terminal, et le proxy continue de faire sonner les autres après l’un comme après l’autre. Les téléphones diffèrent : beaucoup disent 486 au rejet et 480 en mode ne pas déranger.",
    choose:
      "Envoyez 486 quand l’utilisateur est en communication ou rejette cet appel sur ce téléphone. Envoyez 480 quand l’utilisateur est absent, déconnecté ou en mode ne pas déranger, avec `Retry-After` si le délai est connu. Pour un utilisateur non enregistré, un serveur répond 480, jamais 486.",
    swap: "486 pour un téléphone non enregistré fait entendre la tonalité d’occupation pendant des heures, et les appelants signalent une ligne toujours prise. 480 pour un téléphone occupé mène l’appel au message « non disponible » de la messagerie et empêche le rappel automatique sur occupation de se déclencher.",
  },
  "481-vs-487": {
    summary:
      "481 dit que le dialogue ou la transaction que nomme la requête est inconnu ici. 487 répond à un `INVITE` annulé dans les règles. Les deux apparaissent autour de `CANCEL` : un `CANCEL` qui arrive trop tard ou avec un autre `branch` reçoit 481, celui qui correspond reçoit 200, et son `INVITE` reçoit 487.",
    choose:
      "Répondez 481 à un `BYE`, un `CANCEL`, un `NOTIFY` ou un second `INVITE` qui ne correspond à rien que vous connaissiez. Répondez 487 à l’`INVITE` lui-même, une fois annulé. Sur un 481 reçu dans un dialogue, abandonnez cet usage. Sur un 487 reçu, il n’y a rien à faire.",
    swap: "Un téléphone qui répond 481 à l’`INVITE` annulé lui-même donne à chaque appel abandonné l’air d’un dialogue perdu dans les rapports. Un serveur qui dit 487 à un `BYE` qu’il ne connaît pas laisse au pair un appel qui survit dans sa liste et sur sa facture.",
  },
  "486-vs-600": {
    summary:
      "Les deux disent occupé, et les deux sont des réponses finales. 486 vaut pour un téléphone : un proxy qui bifurque continue de faire sonner les autres, et la messagerie peut encore répondre. 600 vaut pour l’utilisateur où qu’il soit : le proxy annule tous les autres téléphones et n’ouvre plus de branche. Un téléphone en sait rarement autant, aussi 486 est-il presque toujours juste.",
    choose:
      "Envoyez 486 depuis un téléphone ou une ligne. N’envoyez 600 qu’en tant que serveur qui voit tous les téléphones de l’utilisateur occupés et sait qu’aucune messagerie ne suit. Un B2BUA qui reçoit 600 ne devrait pas transmettre 486 sans un en-tête `Reason` qui garde l’original.",
    swap: "Un combiné réglé sur 600 dans un groupe d’appel de dix : les neuf autres reçoivent un `CANCEL` avec `Reason: SIP;cause=600` et se taisent pendant que l’appelant entend la tonalité d’occupation. 486 à la place d’un vrai 600 ne coûte rien d’autre qu’une messagerie qui répond.",
  },
  "486-vs-603": {
    summary:
      "486 dit que ce téléphone est occupé ou que son utilisateur y rejette l’appel. 603 dit que l’appelé ne veut de l’appel sur aucun téléphone et ne donne pas de raison. Après 486, le proxy continue ; après 603, il s’arrête et annule. Beaucoup de téléphones laissent choisir lequel des deux la touche de rejet envoie.",
    choose:
      "Faites envoyer 486 par la touche de rejet, pour qu’un collègue ou la messagerie puisse prendre l’appel. Envoyez 603 quand l’utilisateur a dit expressément « nulle part », ou quand un serveur bloque au nom de l’appelé. Un appelant qui ne doit pas connaître la raison reçoit 480.",
    swap: "Un softphone qui envoie 603 au rejet met fin à la sonnerie de toute la file, et Asterisk le transmet à l’appelant en 403, ce qui fait croire à un compte erroné. 486 pour un appelant bloqué laisse les appels automatisés atteindre la messagerie derrière lui.",
  },
  "487-vs-603": {
    summary:
      "487 dit que le côté appelant a mis fin à la requête avant le décrochage. 603 dit que le côté appelé l’a refusée. Dans un groupe d’appel, les deux apparaissent dans un même appel : le téléphone qui refuse dit 603, et les téléphones annulés à cause de lui disent 487. L’appelant ne reçoit que le 603.",
    choose:
      "N’envoyez 487 qu’après un `CANCEL`, ou un `BYE` dans le dialogue précoce. Envoyez 603 quand l’utilisateur refuse pour tous les téléphones. Le `CANCEL` qu’un proxy envoie à cause d’un 603 porte `Reason: SIP;cause=603`, pour qu’un téléphone puisse le distinguer d’un appelant qui a renoncé.",
    swap: "Un téléphone qui répond 603 à un `INVITE` annulé fait d’un appelant qui a raccroché un refus dans tous les rapports. Une passerelle qui dit 487 pour un refus fait rappeler aussitôt la même personne par un automate d’appel.",
  },
  "488-vs-606": {
    summary:
      "Les deux disent que la description de session ne convient pas : aucun codec commun, pas de SRTP, pas de média de ce genre. 488 vaut pour ce téléphone, et un autre peut convenir. 606 dit qu’aucun téléphone de l’utilisateur ne conviendra, et un proxy annule les autres. Un en-tête `Warning` nomme ce qui manquait, comme le warn-code 304 pour un type de média. Dans un dialogue, l’appel continue dans les deux cas.",
    choose:
      "Envoyez 488 avec un en-tête `Warning`, ou avec un corps SDP qui montre ce que vous savez faire. N’envoyez 606 que si vous connaissez tous les téléphones de l’utilisateur. Laissez le choix entre les codecs à la réponse SDP et ne refusez que lorsqu’il ne reste rien.",
    swap: "Un portier vidéo qui envoie 606 pour un codec manquant met fin à la sonnerie du poste de bureau qui aurait pris l’appel. À travers Asterisk comme à travers FreeSWITCH, un 606 ressort en 488, si bien que l’appelant ne peut voir qu’il était global.",
  },
  "500-vs-503": {
    summary:
      "500 dit que ce serveur a échoué sur cette requête. 503 dit que le serveur dans son ensemble n’accepte aucune requête en ce moment : un client devrait utiliser un autre serveur, et `Retry-After` dit combien de temps. Un proxy qui reçoit un 503 seul le transmet en 500, car ce n’est pas lui qui est surchargé. Dans un dialogue, 500 répond aussi à un `CSeq` trop bas.",
    choose:
      "Envoyez 500 quand une requête se heurte à une erreur. Envoyez 503 quand vous êtes surchargé, en démarrage ou à l’arrêt, avec `Retry-After` en secondes, et attendez-vous à ce que tout le trafic de ce pair reste à l’écart aussi longtemps. Ne transmettez jamais un 503 de l’aval comme s’il était le vôtre.",
    swap: "Un proxy qui transmet le 503 d’un trunk en panne amène le PBX placé devant à marquer hors service le proxy entier, et tous les trunks avec lui. 500 en cas de surcharge laisse venir la charge : aucun client ne passe au second serveur.",
  },
  "502-vs-503": {
    summary:
      "502 dit que le serveur suivant a répondu quelque chose d’invalide. 503 dit que ce serveur ou, vu d’un proxy, le suivant ne peut accepter aucune requête en ce moment. Une passerelle envoie 502 pour la cause ISDN 27, destination hors service. Un client s’adresse à un autre serveur après 503. Après 502, rien ne le lui ordonne.",
    choose:
      "Envoyez 502 quand le système derrière vous répond mal : un message corrompu, une destination hors service. Envoyez 503 avec `Retry-After` quand vous-même ne pouvez rien accepter. Quand le système de l’aval reste muet, c’est un 408 ou un 504.",
    swap: "503 pour une seule destination morte fait quitter aux clients une passerelle qui dessert encore tous les autres numéros. 502 pour une passerelle surchargée laisse venir les appels, car aucun téléphone n’attend ni ne change de serveur à cause d’un 502.",
  },
  "503-vs-504": {
    summary:
      "503 est un serveur qui dit non aussitôt : surchargé, en maintenance, toutes les lignes prises. 504 est un serveur qui en a attendu un autre et n’a rien reçu. Les horodatages de la trace les distinguent : 503 arrive en quelques millisecondes, 504 après le délai de celui qui attendait.",
    choose:
      "Envoyez 503 quand vous ne pouvez accepter aucune requête, avec `Retry-After` si vous connaissez le délai. Envoyez 504 quand un serveur dont vous dépendez n’a pas répondu. En tant que proxy, envoyez 408 pour une branche qui reste muette. À travers Asterisk, un 504 ressort en 603 par sa table de causes.",
    swap: "503 pour une base de données lente fait quitter à tous les clients un serveur qui pouvait encore router des appels. 504 pour une surcharge fait chercher à l’appelant, derrière le serveur, un système muet qui n’y est pas, tandis que la charge demeure.",
  },
  "600-vs-603": {
    summary:
      "Les deux mettent fin à l’appel pour tous les téléphones de l’appelé. 600 donne la raison : occupé. 603 tait la raison. Un appelant peut réessayer après un 600, au moment que donne `Retry-After`, tandis qu’aucune machine ne devrait réessayer d’elle-même après un 603. À travers Asterisk, 600 ressort en 486 et 603 en 403.",
    choose:
      "Envoyez 600 quand vous savez que l’utilisateur est occupé partout. Envoyez 603 quand l’utilisateur ne veut pas de l’appel et que la raison ne regarde personne. Quand un autre téléphone ou la messagerie peut répondre, envoyez 486. Pour un appelant définitivement indésirable, il y a 607.",
    swap: "603 pour un utilisateur occupé fait rayer le numéro par un automate d’appel, alors qu’un appel plus tard aurait abouti. 600 pour un refus fait rappeler un automate tous les quarts d’heure. Dans FreePBX, un 603 arrête en outre la recherche d’un autre trunk.",
  },
  "603-vs-607": {
    summary:
      "603 refuse cet appel. 607 dit que l’appelé ne veut aucun appel du numéro de cet appelant, et il est fait pour être compté : un opérateur peut l’intégrer à son score de spam. Seul l’appelé ou son téléphone envoie 607. Un ancien client qui ne connaît pas 607 le traite comme un 600.",
    choose:
      "Envoyez 607 quand l’utilisateur appuie sur un bouton comme « spam ». Envoyez 603 quand l’utilisateur ne veut pas de cet appel maintenant. Quand un élément du réseau décide de lui-même, envoyez 608 ou, aux États-Unis, 603 avec le libellé Network Blocked.",
    swap: "Un téléphone qui envoie 607 à chaque rejet signale comme spam les numéros d’amis, et leurs prochains appels sont étiquetés. 603 pour du spam n’apprend rien au réseau : le même numéro sonne chez l’abonné suivant une seconde plus tard.",
  },
  "603-vs-608": {
    summary:
      "603 est le non de l’appelé. 608 est le non d’une machine entre les deux, le plus souvent l’outil d’analyse d’un opérateur, et sa ligne `Call-Info` nomme celui à qui l’appelant peut se plaindre. Aux États-Unis, depuis mars 2026, le blocage par analyse est un 603 avec le libellé Network Blocked et une URL dans son en-tête `Reason`.",
    choose:
      "En tant que téléphone, envoyez 603, jamais 608. En tant qu’élément de réseau qui bloque, envoyez 608 avec une jCard signée dans `Call-Info`, quand l’`INVITE` a `sip.608` dans `Feature-Caps`. Aux États-Unis, envoyez le 603 d’ATIS-1000099.",
    swap: "Un simple 603 venant d’un outil d’analyse a l’air du refus d’une personne : un cabinet médical n’apprend jamais que son numéro est étiqueté comme spam. FreeSWITCH envoie 603 pour un 608 reçu sur l’autre tronçon, et l’adresse de réclamation se perd en route.",
  },
  "607-vs-608": {
    summary:
      "607 est le jugement de l’appelé lui-même : cet appelant est indésirable. 608 est le jugement d’un intermédiaire que l’appelé n’a jamais vu. Un 607 n’indique à l’appelant personne à qui s’adresser, tandis qu’un 608 nomme en règle générale dans `Call-Info` qui contacter. Les deux sont globaux : aucun autre téléphone ne sonne après l’un ou l’autre.",
    choose:
      "N’envoyez 607 que sur un geste de l’appelé : un bouton, une liste de blocage personnelle. Envoyez 608 quand un logiciel du réseau décide, avec le contact pour la réclamation dans `Call-Info`. Une liste de blocage que l’appelé tient lui-même vaut décision de l’appelé : 607.",
    swap: "Un opérateur qui envoie 607 pour son propre filtre accuse l’appelé et n’indique à l’appelant personne à qui s’adresser. Un téléphone qui envoie 608 se prétend intermédiaire, et l’appelant cherche en vain la ligne `Call-Info` qui l’explique.",
  },
} as const satisfies Readonly<Record<ConfusedPair, VerdictTexts>>;
