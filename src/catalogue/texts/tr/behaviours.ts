import type { Texts } from "../texts.ts";

export const behaviours = {
  hundredEndsHere:
    "Bu sunucu, yanıt 150 ms'den uzun sürerse kendi tek 100'ünü gönderir ve telefonlarınkini kendine saklar.",
  provisionalPassedOn:
    "Bu sunucu, `INVITE` isteğine gelen 100 dışındaki her geçici yanıtı, bilinmeyen biri de olsa, geldiği gibi arayana iletir.",
  noProvisionalToNonInvite:
    "İstek `INVITE` değilse bu sunucu geçici yanıt iletmez, çünkü RFC 4320 orada 100'den başkasına izin vermez.",
  successAtOnce:
    "Bu sunucu 2xx'i arayana hemen iletir; bir `INVITE` isteğine yanıtsa hâlâ çalan telefonlara `CANCEL` gider.",
  everyForkedSuccessPassedOn:
    "İki telefon aynı anda cevaplarsa bu sunucu iki 2xx'i de arayana iletir; arayan birini tutar, diğerini `BYE` ile bitirir.",
  successRepeatedByPhone:
    "Bu sunucu `INVITE` isteğine gelen 2xx'i kendisi yinelemez: arayandan `ACK` gelene kadar onu telefon yineler.",
  successBeatsGlobalFailure:
    "Bir telefon 6xx gönderdikten sonra başka bir telefon 2xx ile cevaplarsa, 6xx henüz çıkmadığı sürece bu sunucu 2xx'i üstün tutar.",
  globalFailureStopsHunt:
    "Bir 6xx'ten sonra bu sunucu, sıralı aramada denenmemiş telefon kalmış olsa bile başka telefon denemez.",
  globalFailureCancelsOthers: "Bir 6xx'ten sonra bu sunucu, hâlâ çalan her telefona `CANCEL` gönderir.",
  globalFailureWaitsForOthers: "Bu sunucu 6xx'i arayana ancak iptal ettiği her telefon bittiğinde gönderir.",
  failureKeepsHunting:
    "Bir 4xx veya 5xx'ten sonra bu sunucu devam eder: diğer telefonlar çalmayı sürdürür, sıralı arama sonraki telefona geçer.",
  lowestClassWins:
    "Her telefon reddettiyse ve hiçbiri 6xx vermediyse bu sunucu en küçük sınıftaki yanıtı gönderir; 4xx'ler arasında 401, 407, 415, 420 ve 484'ü tercih eder.",
  challengesMerged:
    "Birkaç telefon 401 veya 407 verirse bu sunucu bütün kimlik sorgularını arayanın aldığı tek yanıta koyar.",
  lone503Becomes500:
    "Gelenlerin en iyisi bir 503 ise bu sunucu, `Retry-After` başlığı olmadan 500 gönderir, çünkü aşırı yüklü olan kendisi değildir.",
  flowFailedBecomes480: "Gelenlerin en iyisi bir 430 ise bu sunucu 480 gönderir, çünkü telefona şu an ulaşılamaz.",
  cancelCarriesReason:
    'Bu sunucunun `CANCEL` isteği nedenini söyler: 200 ile cevaplandıktan sonra `Reason: SIP;cause=200;text="Call completed elsewhere"`, bir 6xx\'ten sonra kodun kendisi.',
  cancelWaitsForProvisional:
    "Bu sunucu `CANCEL` isteğini, telefon `INVITE` isteğine ilk geçici yanıtını gönderene kadar bekletir.",
  cancelledCallEnds487:
    "Bu sunucu `CANCEL` isteğine hemen 200 verir, çalan telefonları iptal eder ve çağrı iki tarafta da 487 ile biter.",
  cancelUnknown481: "Bu sunucu, ilettiği hiçbir istekle eşleşmeyen `CANCEL` isteğine 481 verir.",
  redirectionPassedOn:
    "Politikası yönlendirmeleri izlemek değilse bu sunucu, her telefon daha iyi bir yanıt vermeden bittiğinde 3xx'i `Contact` satırlarını değiştirmeden arayana iletir.",
  redirectionFollowedByPolicy:
    "Politikası `recursion` olduğunda bu sunucu `Contact` içindeki adresleri, her birini bir kez olmak üzere kendisi arar; arayan yönlendirmeyi ancak hiçbiri izlenemiyorsa görür.",
  noAnswer408: "Bir telefon UDP üzerinde 32 sn boyunca hiçbir şey göndermezse bu sunucu çağrıya 408 verir.",
  timerCEndsRinging:
    "Bu sunucu, yeni bir geçici yanıt göndermeden üç dakikadan uzun çalan telefonu iptal eder ve arayana 408 gönderir.",
  noLate408ToNonInvite:
    "`INVITE` dışındaki bir isteğe kimse yanıt vermezse bu sunucu 408 göndermez, çünkü işe yaramayacak kadar geç kalırdı.",
  failureAcknowledgedHopByHop:
    "Bu sunucu, reddedilen `INVITE` için telefona `ACK` isteğini kendisi gönderir ve arayandan `ACK` gelene kadar reddi arayana yineler.",
  unknownCodeAsClass:
    "Bu sunucu, kimsenin kaydettirmediği bir kodu sınıfının ilki gibi, örneğin 499'u 400 gibi ele alır ve gönderildiği haliyle iletir.",
  unknownUser404: "Bu sunucu, kendi alan adında tanımadığı bir kullanıcı için 404 verir.",
  knownUserWithoutContacts480: "Bu sunucu, tanıdığı ama kayıtlı telefonu olmayan bir kullanıcı için 480 verir.",
  foreignDomain403:
    "Politikası böyle istekleri aktarmak değilse bu sunucu, hizmet vermediği bir alan adına gelen isteğe 403 verir.",
  closedConnection480:
    "Bir telefon WebSocket üzerinden kaydolmuş ve bağlantısı kapanmışsa bu sunucu hemen 480 verir, hiçbir zamanlayıcıyı beklemez.",
  registrarChallenges401:
    "Digest kimlik doğrulaması açıkken bu sunucu, kimlik bilgisi taşımayan `REGISTER` isteğine 401 ve bir `WWW-Authenticate` başlığıyla yanıt verir.",
  proxyChallenges407:
    "Digest kimlik doğrulaması açıkken bu sunucu, kimlik bilgisi taşımayan çağrıya 407 ve bir `Proxy-Authenticate` başlığıyla yanıt verir.",
  wrongPasswordLooksLikeUnknownUser:
    "Bu sunucu yanlış parolaya ve bilinmeyen kullanıcıya aynı yanıtı verir ki kimse kullanıcılarını listeleyemesin.",
  loop482: "Bir istek değişmeden geri gelirse bu sunucu daha ilk dönüşte 482 verir.",
  hops483: "Bu sunucu, iletmesi gereken ve `Max-Forwards` değeri 0 olan bir isteğe 483 verir.",
  breadth440:
    "Bir dallanma `Max-Breadth` değerinden geriye kalandan (istek daha azını istemiyorsa 60) çok dal gerektiriyorsa bu sunucu 440 verir ve telefonların hiçbirini aramaz.",
  extension420:
    "`Proxy-Require` bilmediği bir uzantıyı içeriyorsa bu sunucu 420 verir ve adını `Unsupported` içinde yineler.",
  interval423:
    "Bir `REGISTER`, bu sunucunun politikasının izin verdiğinden, varsayılan olarak 60 sn'den kısa bir süre isterse sunucu `Min-Expires` ile 423 verir ve hiçbir kayıt girdisini değiştirmez.",
  malformed400:
    "Bu sunucu, `CSeq` başlığında başka bir yöntem yazan istek gibi kendisiyle çelişen bir isteğe 400 verir ve onu hiçbir yere iletmez.",
  internalFault500:
    "Bu sunucunun içinde bir istisna oluşursa ilgili isteğe 500 verir, sonraki çağrı bundan etkilenmez.",
} as const satisfies Texts["behaviours"];
