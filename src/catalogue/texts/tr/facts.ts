import type { FactTexts } from "../texts.ts";

/** One sentence per fact; each is true of every code that has the value. */
export const facts = {
  scope: {
    hop: "{$code}, tek bir sunucu veya yol adına konuşur: aranan hakkında bir şey söylemez, bu yüzden başka bir yol yine işe yarayabilir.",
    here: "{$code}, yalnızca onu gönderen sunucu veya telefon adına konuşur: vekil sunucu diğerlerini denemeyi sürdürür.",
    domain:
      "{$code}, alan adının tamamı için geçerlidir: bu alan adının başka hiçbir sunucusu fazlasını söylemez; vekil sunucu yine de diğer dallarını dinler.",
    everywhere:
      "{$code}, kullanıcı adına, onun her adresi için konuşur: vekil sunucu yeni hedef aramayı bırakır ve hâlâ çalan telefonları iptal eder.",
    none: "{$code}, hiçbir şeyi reddetmez, bu yüzden hiçbir telefonu ve hiçbir adresi elemez.",
  },
  sentBy: "{$code} yanıtını gönderen: {$roles}.",
  role: {
    uas: "yanıt veren uç sistem",
    proxy: "vekil sunucu",
    registrar: "kayıt sunucusu",
    redirect: "yönlendirme sunucusu",
    notifier: "bildirici",
  },
  methods: {
    any: "{$code}, her yöntemdeki isteğe yanıt olabilir.",
    listed: "{$code}, yalnızca şunlara yanıttır: {$methods}.",
  },
  next: {
    wait: "{$code} yanıtından sonra arayan bekler: nihai yanıt henüz gelmemiştir.",
    releaseEarlyDialog:
      "{$code} yanıtından sonra arayan, `To` etiketinin gösterdiği erken diyaloğu bırakır ve nihai yanıtı beklemeyi sürdürür.",
    ack: "`INVITE` isteğine gelen {$code} yanıtından sonra arayan, aranana `ACK` gönderir; başka bir isteğe gelen {$code} yanıtından sonra gönderilecek bir şey kalmaz.",
    awaitNotify:
      "{$code} yanıtından sonra istek kabul edilmiş sayılır; sonucu bir `NOTIFY` ile gelir ya da hiç gelmez.",
    done: "{$code} yanıtından sonra yapılacak bir şey kalmaz: istek bitmiştir.",
    redirect: "{$code} yanıtından sonra arayan, `Contact` içindeki adresleri, her birini bir kez olmak üzere dener.",
    askUser: "{$code} yanıtından sonra yazılım kullanıcısına sorar: ardından ne yapılacağına makine karar vermez.",
    authenticate: "{$code} yanıtından sonra arayan, isteği sorgudaki realm için kimlik bilgileriyle yineler.",
    repair: "{$code} yanıtından sonra arayan, isteği yeniden göndermeden önce yanıtın bildirdiği kusuru giderir.",
    retry: "{$code} yanıtından sonra arayan, kısa ve rastgele bir beklemenin ardından aynı isteği yeniden gönderir.",
    tryElsewhere:
      "{$code} yanıtından sonra istek, başka bir bağlantıdan ya da başka bir sunucuya değişmeden yeniden gönderilebilir.",
    retryLater: "{$code} yanıtından sonra arayan aynı isteği yeniden, ama daha sonra gönderebilir.",
    startOver:
      "{$code} yanıtından sonra gönderen, karşı tarafta bulunmayan durumu unutur ve hâlâ istiyorsa baştan başlar.",
    obtainConsent: "{$code} yanıtından sonra arayan, yanıtın gösterdiği yoldan önce alıcının onayını almalıdır.",
    seekRedress: "{$code} yanıtından sonra arayan isteği yinelemez ama yanıtın adını verdiği tarafa itiraz edebilir.",
    giveUp: "{$code} yanıtından sonra arayan yazılım bu isteği kendiliğinden yeniden göndermez.",
  },
  retryAfter: {
    yes: "{$code}, ne zaman yeniden deneneceğini saniye olarak söyleyen bir `Retry-After` başlığı taşıyabilir.",
    no: "`Retry-After`, {$code} için tanımlı değildir: yanıt yeni bir deneme için zaman vermez.",
  },
  fork: {
    absorbed:
      "Dallandıran vekil sunucu {$code} yanıtını kendine saklar: arayan vekil sunucununkini alır, bir telefonunkini asla almaz.",
    passedOn: "Dallandıran vekil sunucu {$code} yanıtını arayana hemen iletir ve her telefonu beklemeyi sürdürür.",
    wins: "Dallandıran vekil sunucu {$code} yanıtını arayana hemen iletir; bir çağrıysa hâlâ çalan telefonları iptal eder.",
    offered:
      "Dallandıran vekil sunucu {$code} yanıtını her dal bitene kadar bekletir ve onu 4xx ve 5xx'e tercih eder, 6xx'e etmez; adreslerini kendisi de deneyebilir.",
    merged:
      "Dallandıran vekil sunucu {$code} yanıtını her dal bitene kadar bekletir, 4xx'ler arasında onu tercih eder ve diğer dalların kimlik sorgularını ona ekler.",
    preferred:
      "Dallandıran vekil sunucu {$code} yanıtını her dal bitene kadar bekletir ve 4xx'ler arasında onu tercih eder, çünkü arayan isteği onunla düzeltebilir.",
    waits:
      "Dallandıran vekil sunucu {$code} yanıtını her dal bitene kadar bekletir ve yalnızca hiçbir dal 2xx, 3xx veya 6xx getirmediyse gönderir.",
    waitsLast:
      "Dallandıran vekil sunucu {$code} yanıtını her dal bitene kadar bekletir ve yalnızca hiçbir dal 5xx dışında bir şey getirmediyse gönderir.",
    replaced:
      "Dallandıran vekil sunucu {$code} yanıtından sonra diğer dallarıyla devam eder ve onu iletmez: daha iyisi gelmezse arayan, bunun yerine başka bir kod alır.",
    ends: "Dallandıran vekil sunucu {$code} yanıtından sonra yeni dal açmaz, hâlâ çalan telefonları iptal eder ve önce bir 2xx gelmezse, onlar bitince yanıtı gönderir.",
  },
  dialog: {
    none: "{$code}, ne diyalog kurar ne de diyalog bitirir.",
    early: "`To` etiketi taşıyan {$code}, onu gönderen her telefon için bir erken diyalog açar.",
    endsEarly:
      "{$code}, `To` etiketinin gösterdiği tek erken diyaloğu bitirir; çağrının diğer erken diyalogları kalır.",
    confirms: "`INVITE` isteğine gelen {$code}, diyaloğu onaylar: bundan sonra çağrıyı yalnızca `BYE` bitirir.",
    transaction: "Diyalog içinde {$code} yalnızca kendi işlemini bitirir: RFC 5057'ye göre diyalog kalır.",
    usage:
      "Diyalog içinde {$code}, gönderildiği kullanımı, yani çağrıyı veya aboneliği bitirir; diyaloğun başka bir kullanımı kalır.",
    dialog: "Diyalog içinde {$code}, çağrı ve abonelikler dahil içindeki her şeyle birlikte diyaloğu bitirir.",
  },
  hops: {
    both: "Arama planı başka türlü karar vermedikçe {$code}, öteki bacakta Asterisk'ten {$asterisk}, FreeSWITCH'ten {$freeswitch} olarak çıkar.",
    same: "Arama planı başka türlü karar vermedikçe {$code}, öteki bacakta hem Asterisk'ten hem FreeSWITCH'ten {$asterisk} olarak çıkar.",
    asterisk:
      "{$code}, öteki bacakta Asterisk'ten {$asterisk} olarak çıkar; FreeSWITCH'in onu neye çevireceği sürümüne bağlıdır.",
    freeswitch:
      "{$code}, öteki bacakta FreeSWITCH'ten {$freeswitch} olarak çıkar; Asterisk'in onu neye çevireceği sürümüne bağlıdır.",
    unchanged:
      "Arama planı başka türlü karar vermedikçe {$code}, öteki bacakta hem Asterisk'ten hem FreeSWITCH'ten {$code} olarak çıkar.",
    none: "Asterisk veya FreeSWITCH'in hiçbir tablosu, {$code} yanıtının öteki bacakta neye dönüştüğünü söylemez: arama planına ve ardından gelene bağlıdır.",
  },
  billing: {
    none: "Yaygın uygulamada hiçbir ücret {$code} yanıtına bağlı değildir.",
    notStarted: "Yaygın uygulamada {$code} ile ücret başlamaz: çağrı henüz cevaplanmamıştır.",
    starts: "Yaygın uygulamada bir çağrının ücreti, `INVITE` isteğine gelen {$code} ile başlar.",
    newLeg:
      "Yaygın uygulamada {$code} yanıtının kendisi ücretsizdir; onun yüzünden yapılan her çağrı ayrıca ücretlendirilir.",
    notCharged: "Yaygın uygulamada {$code} ile biten çağrı ücretlendirilmez, çünkü kimse cevaplamamıştır.",
  },
  q850: {
    mapped:
      "Telefon şebekesine açılan bir ağ geçidi, `Reason` başlığı veya `Warning` başlığı daha fazlasını bildirmedikçe {$code} yanıtını {$cause} numaralı nedene çevirir: {$name}.",
    none: "Telefon şebekesine açılan bir ağ geçidi, {$code} için sonlandırma nedeni (release cause) göndermez.",
  },
  xmpp: {
    mapped: "XMPP'ye açılan bir ağ geçidi, {$code} yanıtını `{$condition}` koşuluna çevirir.",
    none: "XMPP'nin hiçbir hata koşulu {$code} yanıtının karşılığı değildir.",
  },
  cacheable: {
    yes: "{$code} yanıtının verdiği adres, yanıtın izin verdiği süre boyunca sonraki isteklerde de kullanılabilir.",
    no: "{$code} yanıtındaki hiçbir adres sonraki çağrılar için saklanmaz.",
  },
  carries: {
    must: "{$code} yanıtının taşımak zorunda olduğu: {$fields}.",
    should: "{$code} yanıtının taşıması önerilen: {$fields}.",
    none: "{$code}, her yanıtta bulunan başlıkların dışında bir başlık gerektirmez.",
  },
  concerns: {
    progress: "{$code}, çağrının ne kadar ilerlediğiyle ilgilidir.",
    success: "{$code}, yerine getirilmiş ya da üstlenilmiş bir istekle ilgilidir.",
    whereabouts: "{$code}, arananın çağrıyı isteyip istemediğiyle değil, nerede bulunduğuyla ilgilidir.",
    availability: "{$code}, arananın çağrıyı şu an alıp alamayacağıyla ilgilidir.",
    willingness: "{$code}, arananın ya da onun adına birinin çağrıyı isteyip istemediğiyle ilgilidir.",
    permission: "{$code}, arayanın kim olduğuyla değil, ne yapabileceğiyle ilgilidir.",
    credentials: "{$code}, arayanın henüz vermediği bir parolayla ya da başka bir kanıtla ilgilidir.",
    identity: "{$code}, arayanın kim olduğunu ileri sürdüğüyle ve bunun nasıl kanıtlandığıyla ilgilidir.",
    body: "{$code}, isteğin taşıdığı şeyle ilgilidir: oturum tanımı, başka bir gövde ya da onun şifrelenmesi.",
    size: "{$code}, isteğin boyutuyla ilgilidir.",
    capability: "{$code}, bir tarafın desteklemediği bir şeyle ilgilidir: bir yöntem, uzantı, şema, sürüm veya paket.",
    interval: "{$code}, isteğin istediği bir süreyle ilgilidir.",
    dialog: "{$code}, bir diyaloğun, işlemin veya yayının durumuyla ilgilidir.",
    route: "{$code}, arananla değil, aranana giden yolla ilgilidir.",
    health: "{$code}, arananla değil, bir sunucunun durumuyla ilgilidir.",
    form: "{$code}, isteğin nasıl yazıldığıyla ilgilidir.",
  },
  repairedBy: {
    nobody: "{$code} söz konusu olduğunda kimsenin bir şey düzeltmesi gerekmez.",
    caller:
      "{$code} karşısında arayan kişi harekete geçebilir: başka bir adres, başka bir zaman ya da başka bir yolla.",
    callerAgent: "Arayan yazılım, {$code} yanıtına yol açan şeyi kendiliğinden düzeltip isteği yeniden gönderebilir.",
    callee: "{$code} yanıtına yol açan şeyi değiştirmek arananın elindedir.",
    operator: "{$code} yanıtına yol açan şeyi, sunucuları işleten düzeltmelidir.",
  },
  registry: {
    iana: "{$code}, IANA'nın SIP yanıt kodları kayıt listesinde yer alır.",
    obsolete: "{$code}, RFC 2543'te yer alıyordu ve RFC 3261 onu kaldırdı: IANA kayıt listesinde yoktur.",
    unregistered:
      "{$code}, hiç kaydettirilmemiştir: onu tek bir üretici kullanır, diğer herkes ilk rakamına göre ele alır.",
  },
} as const satisfies FactTexts;
