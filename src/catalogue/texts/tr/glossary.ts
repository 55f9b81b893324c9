import type { Texts } from "../texts.ts";

export const glossary = {
  sip: {
    term: "SIP",
    text: "RFC 3261'deki Oturum Başlatma Protokolü; çağrıları metin mesajlarıyla kurar, değiştirir ve bitirir: `INVITE` gibi bir istek ve kodlu yanıtlar. Sesin kendisi ondan ayrı, RTP olarak yol alır.",
  },
  userAgent: {
    term: "Kullanıcı aracısı (user agent)",
    text: "SIP çağrısının ucu: bir telefon, yazılım telefonu (softphone), ağ geçidi, telesekreter ya da PBX. Gönderdiği istekler için UAC, yanıtladıkları için UAS'tir; çoğu zaman tek bir çağrıda ikisi de olur.",
  },
  uac: {
    term: "UAC (kullanıcı aracısı istemcisi)",
    text: "İstek gönderenin, o istek sürdükçe taşıdığı rol. Arayan, `INVITE` isteğinin UAC'sidir. Aranan kapatırsa `BYE` isteğinin UAC'si aranandır.",
  },
  uas: {
    term: "UAS (kullanıcı aracısı sunucusu)",
    text: "İsteğe yanıt verenin rolü. Yanıt kodunu seçer ve `To` etiketini koyar. Bir isteği kendiliğinden reddeden sunucu, onun için UAS olarak davranır.",
  },
  proxy: {
    term: "Vekil sunucu (proxy)",
    text: "İstekleri aranana doğru, yanıtları geriye ileten sunucu. Bir `Via` ekler, dallandırabilir ve reddedebilir ama çağrı cevaplamaz ve oturum tanımını değiştirmez.",
  },
  registrar: {
    term: "Kayıt sunucusu (registrar)",
    text: "`REGISTER` isteğini alan ve her kayıt adresi için telefonlarına nereden, ne kadar süreyle ulaşılabildiğini tutan sunucu. Alan adının vekil sunucuları bu listeyi okur.",
  },
  redirectServer: {
    term: "Yönlendirme sunucusu",
    text: "İsteği iletmek yerine ona 3xx ve `Contact` içindeki adreslerle yanıt veren sunucu. Yoldan hemen çıkar ve ardından gelen çağrıyı bilmez.",
  },
  b2bua: {
    term: "B2BUA",
    text: "Sırt sırta kullanıcı aracısı, bir çağrının arananı, bir başkasının arayanıdır ve ikisini birleştirir. Asterisk ve FreeSWITCH birer B2BUA'dır: iki bacakta `Call-ID` ve etiketler farklıdır, yanıt kodları değişebilir.",
  },
  sbc: {
    term: "SBC",
    text: "Oturum sınır denetleyicisi, ağın kenarındaki bir B2BUA'dır. Adresleri gizler, NAT'tan geçişe yardım eder, RTP'yi aktarır ve politikayı uygular. Kodlar, başlıklar ve SDP iki yanında farklı görünebilir.",
  },
  transaction: {
    term: "İşlem (transaction)",
    text: "İki komşu arasında tek bir istek ve onun bütün yanıtları; en üstteki `Via` içindeki `branch` ile tanınır. 3xx ile 6xx arası için gönderilen `ACK` ona aittir, 2xx için gönderilen `ACK` değildir.",
  },
  dialog: {
    term: "Diyalog (dialog)",
    text: "İki kullanıcı aracısının, `Call-ID` ve iki etiketle adlandırılan kalıcı ilişkisi. Rota kümesini ve `CSeq` sayaçlarını tutar. Çağrı bir diyalogdur, abonelik de öyle.",
  },
  earlyDialog: {
    term: "Erken diyalog",
    text: "`To` etiketli bir geçici yanıtın, cevaptan önce açtığı diyalog. Dallanan bir çağrıda çalan her telefon için bir tane vardır. 2xx onu onaylar, nihai bir hata bitirir.",
  },
  dialogUsage: {
    term: "Diyalog kullanımı",
    text: "Diyaloğun ne için kullanıldığı: bir çağrı ya da içinde bir `REFER` isteğinin kurduğu bir abonelik. Hangi hatanın tek bir kullanımı, hangisinin diyaloğu hepsiyle birlikte bitirdiğini RFC 5057 söyler.",
  },
  branch: {
    term: "Dal (branch)",
    text: "Vekil sunucunun tek bir hedefe gönderdiği istek kopyası. Aynı ad, `Via` içinde `z9hG4bK` ile başlayan, işlemleri birbirinden ayıran ve döngülerin bulunmasını sağlayan parametreyi de anlatır.",
  },
  forking: {
    term: "Dallanma (forking)",
    text: "Vekil sunucu tek bir isteği kullanıcının birkaç telefonuna gönderir. Paralel dallanmada hepsi birden çalar ve ilk 2xx kazanır. Sonunda tek bir yanıt çıkmalıdır: en iyisi.",
  },
  serialHunt: {
    term: "Sıralı arama (serial hunt)",
    text: "Birbiri ardına dallanma: önceki telefon reddedince ya da süresinde yanıt vermeyince sonraki denenir. Aramayı bir 2xx ya da 6xx bitirir, 4xx bitirmez.",
  },
  responseContext: {
    term: "Yanıt bağlamı",
    text: "Durum tutan bir vekil sunucunun, dallanan tek bir istek için tuttukları: dalları ve onların yanıtları. Vekil sunucu, arayana gidecek tek nihai yanıtı RFC 3261 bölüm 16.7'ye göre bundan seçer.",
  },
  requestUri: {
    term: "Request-URI",
    text: "İsteğin ilk satırındaki adres: şimdi nereye gittiği. Vekil sunucular onu bir `Contact` ile değiştirir, `To` ise arayanın çevirdiğini korur.",
  },
  addressOfRecord: {
    term: "Kayıt adresi (address of record)",
    text: "Kullanıcının `sip:bob@example.com` gibi genel adresi. Bir telefonu değil kullanıcıyı gösterir: o an hangi telefonların ona ait olduğunu kayıt sunucusu tutar.",
  },
  contact: {
    term: "Contact",
    text: "Kullanıcı aracısının kendisine ulaşılabilecek adresi taşıyan başlık. 2xx için gönderilen `ACK` dahil diyaloğun sonraki istekleri oraya gider. NAT arkasında içindeki özel bir adres çağrıları bozar.",
  },
  binding: {
    term: "Kayıt girdisi (binding)",
    text: "Kayıt sunucusundaki tek bir satır: bu kayıt adresine şu kadar saniye boyunca bu `Contact` üzerinden ulaşılır. Kullanıcının her telefonu bir tane oluşturur. Hiç kayıt girdisi olmayan bilinen kullanıcı için 480 gönderilir.",
  },
  routeSet: {
    term: "Rota kümesi",
    text: "Diyalog içindeki isteklerin geçmek zorunda olduğu vekil sunucular, `Route` değerlerinin listesi olarak. Kullanıcı aracıları onu diyalog kurulurken `Record-Route` başlığından alır, sonradan değişmez.",
  },
  recordRoute: {
    term: "Record-Route",
    text: "Vekil sunucunun diyaloğun yolunda kalmak istediğini bildirdiği başlık. İçindeki yanlış bir adres `ACK` ve `BYE` isteklerini yanlış yere gönderir: çağrı cevaplanır ve 32 sn sonra biter.",
  },
  via: {
    term: "Via",
    text: "Yanıtın dönüş yolunu bulmasını sağlayan başlık. Her atlama üste kendi satırını ekler ve yanıttan çıkarır. İsteğin gerçekte nereden geldiğini `received` ve `rport` söyler.",
  },
  provisionalResponse: {
    term: "Geçici yanıt (provisional response)",
    text: "100 ile 199 arasında bir kod taşıyan yanıt. İlerlemeyi bildirir ve hiçbir şeyi kararlaştırmaz: ardından nihai yanıt gelir. İki taraf da `100rel` kullanmıyorsa kaybolabilir.",
  },
  finalResponse: {
    term: "Nihai yanıt (final response)",
    text: "200 ile 699 arasında bir kod taşıyan yanıt. İşlemi bitirir ve her istek için bir tanedir; yalnızca dallanan bir `INVITE` birkaç 2xx getirebilir.",
  },
  globalFailure: {
    term: "Global hata (global failure)",
    text: "600 ile 699 arasında bir yanıt. Kullanıcı adına, onun her adresi için konuşur: dallandıran vekil sunucu diğer bütün dalları iptal eder ve yenisini açmaz. Yoldaki bir 2xx yine kazanır.",
  },
  ack: {
    term: "ACK",
    text: "`INVITE` isteğine gelen nihai yanıtı onaylayan ve kendisi yanıt almayan istek. 2xx için onu arayan kullanıcı aracısı uçtan uca göndermek zorundadır. Diğer hepsi için her atlama kendininkini gönderir.",
  },
  cancel: {
    term: "CANCEL",
    text: "Henüz cevaplanmamış bir `INVITE` isteğini geri alan istek. Kendi 200'ünü alır, `INVITE` ise ardından 487 ile biter. Ancak bir geçici yanıt geldikten sonra gönderilebilir ve cevaptan sonra hiçbir etkisi yoktur.",
  },
  retransmission: {
    term: "Yeniden gönderim (retransmission)",
    text: "UDP üzerinde bir istek, bir şey dönene kadar yeniden gönderilir: `INVITE` 0,5; 1,5; 3,5 sn sonra ve böyle sürer. TCP üzerinde yalnızca `INVITE` isteğine gelen 2xx yinelenir, onu da kullanıcı aracısının kendisi yapar.",
  },
  timerB: {
    term: "Timer B",
    text: "`INVITE` isteğinin ilk yanıtını beklediği süre: 64 kez T1, yani 32 sn. Hiç yanıt gelmeden dolarsa sonuç 408 sayılır.",
  },
  timerC: {
    term: "Timer C",
    text: "Vekil sunucunun bir telefonu çaldırdığı süre: üç dakikadan uzundur ve 101 ile 199 arasındaki her geçici yanıtla baştan başlar. Dolunca vekil sunucu dalı iptal eder ve arayan 408 alır.",
  },
  retryAfter: {
    term: "Retry-After",
    text: "Kaç saniye sonra yeni bir denemenin anlamlı olacağını söyleyen başlık. RFC 3261 onu 404, 413, 480, 486, 500, 503, 600 ve 603 için öngörür. 503'ten sonra ayrıca şu anlama gelir: o zamana kadar bütün trafiği uzak tutun.",
  },
  challenge: {
    term: "Kimlik sorgusu (challenge)",
    text: "`WWW-Authenticate` taşıyan bir 401 ya da `Proxy-Authenticate` taşıyan bir 407: sunucu, arayanın kim olduğuna dair kanıt ister ve bunun için bir nonce verir. Çoğu çağrının olağan parçasıdır, arıza değildir.",
  },
  digest: {
    term: "Digest kimlik doğrulaması",
    text: "SIP'in bir parolayı göndermeden kanıtlama yolu: kullanıcı adı, realm, parola, nonce, yöntem ve URI üzerinden bir özet. Yanlış bir realm ya da fazla eski bir nonce yeni bir kimlik sorgusu getirir.",
  },
  earlyMedia: {
    term: "Erken medya (early media)",
    text: "Cevaptan önceki ses: bir 183 veya 180'deki SDP ile sunulan, RTP olarak gelen çalma tonu, anons ya da müzik. Çağrı cevaplanmadığından yaygın uygulamada ücretsizdir.",
  },
  sdp: {
    term: "SDP",
    text: "`INVITE`, 200, 183 veya `ACK` gövdesindeki oturum tanımı: adresler, portlar, codec'ler, yön. Bir taraf teklif eder, diğeri cevap verir. 488, teklif ile cevabın buluşamadığını söyler.",
  },
  rtp: {
    term: "RTP",
    text: "Sesi ve görüntüyü taşıyan paketler. Vekil sunuculara uğramadan, SDP'deki adresler arasında gider. Bu yüzden bir çağrı düzgün cevaplanmış ve yine de sessiz olabilir.",
  },
  gruu: {
    term: "GRUU",
    text: "Kullanıcının tam olarak tek bir telefonuna ait, her yerden ulaşılabilen adres (RFC 5627). Onu kayıt sunucusu verir. GRUU'ya yapılan aktarma o telefonu çaldırır, başkasını değil.",
  },
  outboundFlow: {
    term: "Akış (outbound flow)",
    text: "Telefonun kaydolduğu ve çağrılar NAT'ı aşıp ona ulaşsın diye açık tutulan bağlantı (RFC 5626). Koptuğunda kenar vekil sunucusu 430 verir, arayan 480 görür.",
  },
  subscription: {
    term: "Abonelik (subscription)",
    text: "Değişikliklerin bildirilmesi için verilen talimat: `SUBSCRIBE` ister, `NOTIFY` bildirir, `Expires` bitirir. Lamba tuşları, durum bilgisi ve mesaj lambaları böyle çalışır. `REFER`, istenmeden de bir abonelik kurar.",
  },
  sipfrag: {
    term: "sipfrag",
    text: "`REFER` sonrasındaki bir `NOTIFY` isteğinin gövdesi: bir yanıtın ilk satırı, örneğin `SIP/2.0 200 OK`. İçindeki 1xx yeni çağrının hâlâ sürdüğünü, nihai bir kod ise nasıl bittiğini söyler.",
  },
  transferor: {
    term: "Aktaran, aktarılan, hedef",
    text: "Aktaran `REFER` gönderir. Aktarılan onu alır, yanıtlar ve hedefi arar. Yani `REFER` isteğine gelen 200 veya 202 aktarılandan gelir, asla hedeften gelmez.",
  },
  stirShaken: {
    term: "STIR/SHAKEN",
    text: "İmzalı arayan kimliği: çağrıyı başlatan operatör numaraların imzasını `Identity` başlığına koyar, sonlandıran operatör onu doğrular. Hataları 428, 436, 437 ve 438'dir.",
  },
  q850: {
    term: "Q.850 nedeni",
    text: "Telefon şebekelerinin bir çağrının neden bittiğini söylediği sayı; örneğin kullanıcı meşgul için 17. RFC 3398 onu SIP'e ve geriye eşler, bir `Reason: Q.850` başlığı da SIP kodunun yanında taşır.",
  },
  networkBlocked: {
    term: "Network Blocked (603+)",
    text: "ABD'deki bir operatörün, analizin çağrıyı engellediğini bildirdiği ATIS-1000099'daki 603. İfadesi Network Blocked olur, `Reason` başlığında arayanın itiraz edebileceği bir URL bulunur.",
  },
  maxForwards: {
    term: "Max-Forwards",
    text: "Her vekil sunucuda, çoğunlukla 70'ten geriye sayan başlık. 0 taşıyan bir isteği iletmesi gereken vekil sunucu 483 verir. Böylece kimse fark etmese bile döngü sona erer.",
  },
  maxBreadth: {
    term: "Max-Breadth",
    text: "Bir isteğin aynı anda kaç dalının sürebileceğini sınırlayan, her dallanmada paylaştırılan başlık (RFC 5393). Birbirine dallanan iki adresi durdurur. Yetmezse yanıt 440 olur.",
  },
} as const satisfies Texts["glossary"];
