import type { CodeTexts } from "../texts.ts";

export const codes5xx = {
  500: {
    gloss: "Sunucu kendi içinde hata verdi",
    says: "500, sunucunun kendi içinde bir hatayla karşılaştığını ve isteği işleyemediğini bildirir.",
    meaning:
      "Sunucuda bir şey bozulmuştur, istek ise gayet doğru olabilir. Daha sonraki bir deneme başarılı olabilir, `Retry-After` süreyi söyleyebilir. İçinde iki anlam daha gizlidir: vekil sunucu arkadan gelen tek bir 503'ü 500'e çevirir; diyalogda ise sırası bozuk bir isteğe yanıttır.",
    whenYouSeeIt:
      "Sunucunun arkasındaki bir betik veya veritabanı hata verir, bir B2BUA uzak ucun yanıtı için daha iyi kod bulamaz ya da telefon eski `CSeq` değerli bir istek alır. Asterisk bir atlamada 481 ve 482 gibi kodları 500 yapar.",
    howToFix: {
      caller:
        "`Retry-After` süresinden ya da birkaç saniyeden sonra yeniden deneyin. Sürerse saati ve aranan numarayı bildirin.",
      operator:
        "500 gösteren ilk atlamayı bulun ve o saniyedeki logunu okuyun. Arkadaki sistemlerden ne aldığına bakın: bir 503, Kamailio'da hata veren bir betik, bağlantısı kopan bir veritabanı. Sonra onu onarın.",
      developer:
        "`Retry-After` süresinden ya da kendi belirlediğiniz birkaç saniyeden sonra bir kez deneyin. Diyalog içinde yalnızca bu isteği etkiler. Erken gelen bir re-`INVITE` için 500, 0 ila 10 saniyelik `Retry-After` taşır.",
    },
    sendIt:
      "Kendi kodunuz veya veri deponuz hata verdiğinde ve diyalogda ilki açıkken gelen ikinci `INVITE` için, o zaman `Retry-After` ile gönderin. Bütün sunucunun aşırı yükü için 503, kusur istekteyse 4xx gönderin.",
    causes: [
      {
        text: "Vekil sunucunun arkadan aldığı tek yanıt 503'tür ya da bağlantı kurulamamıştır.",
        evidence: "İz kaydı vekil sunucunun arkasında 503, TCP reset veya ICMP hatası, önünde ise 500 gösterir.",
      },
      {
        text: "Sunucudaki bir betik, veritabanı veya arama planı hata vermiştir.",
        evidence:
          "500, sunucunun kendisinden gelir, hiçbir şey iletilmemiştir ve logunda aynı saniyede bir hata vardır.",
      },
      {
        text: "Bir B2BUA, eşlemediği bir kodu 500'e çevirmiştir.",
        evidence: "Uzak bacak 481 veya 608 gibi başka bir kod, yakın bacak aynı anda 500 gösterir.",
      },
      {
        text: "Diyalogdaki bir istek sırasız ya da fazla erken gelmiştir.",
        evidence: "`CSeq` daha önceki bir isteğinkinden küçüktür ya da önceki `INVITE` henüz nihai yanıt almamıştır.",
      },
    ],
    keywords: [
      "sunucu hatası",
      "iç sunucu hatası",
      "betik hatası",
      "cseq sırası bozuk",
      "server internal error",
      "internal server error",
    ],
  },
  501: {
    gloss: "Bu yöntem burada bilinmiyor",
    says: "501, sunucunun bu yöntemi bilmediğini ve hiçbir kullanıcı için yerine getiremeyeceğini bildirir.",
    meaning:
      "Alıcıda isteğin gerektirdiği şey, en başta da yöntem yoktur: sözcüğü tanımaz. Bilip burada izin vermiyorsa yanıt 405'tir. Vekil sunucu bilmediği yöntemleri iletir; bu yüzden 501 bir uç noktadan gelir.",
    whenYouSeeIt:
      "Bir telefon veya basit bir sunucu `PUBLISH`, `MESSAGE` ya da bir üreticinin kendi yöntemini alır. Bazı PBX sistemleri onu, derlemeye katılmamış bir işlev ya da ağ geçidinden gelen Q.850 nedeni 79 için de verir.",
    howToFix: {
      caller:
        "Çağrılar çalışmayı sürdürür. Sağlayıcınızda yoksa durum bilgisi veya metin mesajı gibi başarısız olan özelliği kapatın.",
      operator:
        "501'in `CSeq` başlığındaki yöntemi okuyun. Özelliği telefonlarda kapatın, onu sunan modülü yükleyin ya da böyle istekleri onu bilen bir sunucuya gönderin.",
      developer:
        "Bu hedefte bu yöntemden vazgeçin ve yöntemi kullanmadan önce bir `OPTIONS` yanıtının `Allow` başlığını okuyun. Diyalogda 501, geldiği kullanımı bitirir; diğer kullanımlar sürer.",
    },
    sendIt:
      "Hiç tanımadığınız bir yöntem için gönderin. Bilip burada izin vermediğiniz için `Allow` ile 405 gönderin. Vekil sunucu bilinmeyen yöntem için ikisini de göndermez: isteği iletir.",
    causes: [
      {
        text: "Yöntem, uç noktada bulunmayan bir uzantıdır.",
        evidence:
          "501, `1 PUBLISH` gibi bir `CSeq` değerini geri verir ve uç noktanın `Allow` başlığında o yöntem yoktur.",
      },
      {
        text: "Bir keepalive veya sınama aracı, karşı tarafın bilmediği bir yöntem kullanmaktadır.",
        evidence: "501, sabit aralıkla döner ve o gönderenin başarısız olan tek yöntemi odur.",
      },
      {
        text: "Bir ağ geçidi, arkasındaki ağın bu hizmeti veremediğini bildirmiştir.",
        evidence: "`Reason` başlığında Q.850 nedeni 79 vardır ve yöntem, her uç noktanın bildiği `INVITE` yöntemidir.",
      },
    ],
    keywords: [
      "uygulanmamış",
      "bilinmeyen yöntem",
      "desteklenmeyen yöntem",
      "publish reddedildi",
      "neden 79",
      "not implemented",
    ],
  },
  502: {
    gloss: "Arkadan bozuk bir yanıt geldi",
    says: "502, bir ağ geçidinin veya vekil sunucunun arkasındaki sunucudan geçersiz bir yanıt aldığını bildirir.",
    meaning:
      "Öndeki sunucu çalışmaktadır. Arkasındaki, kullanamayacağı bir yanıt vermiştir: bozuk bir yanıt ya da ağ geçidi söz konusuysa arızalı bir şebeke. Burada kimse aranan adına konuşmaz; bu yüzden başka bir rota kullanıcıya yine ulaşabilir.",
    whenYouSeeIt:
      "Telefon şebekesine giden bir hattın uzak ucu arızalıdır: RFC 3398, Q.850 nedeni 27'yi 502'ye, neden 38'i ise 503'e eşler. Ya da bir vekil sunucu komşusunun gönderdiğini çözümleyemez. RFC 3329 onu, bir güvenlik anlaşması birkaç atlamadan geçip geldiğinde kullanır.",
    howToFix: {
      caller:
        "Birkaç dakika sonra ya da başka bir sağlayıcı üzerinden yeniden deneyin. Çoğu durumda arananın telefonuna ulaşılmamıştır.",
      operator:
        "502'yi gönderen sunucunun arkasındaki bacağa bakın. Ağ geçidiyse trunk'ın durumuna ve alarmlarına bakın. Onarılana kadar 502 için ikinci bir rota tanımlayın.",
      developer:
        "Kullanamadığınız ham yanıtı loga yazın: 502 onu gizler. Varsa başka bir hedef deneyin. Diyalog içinde 502, diyaloğu bütün kullanımlarıyla bitirir (RFC 5057).",
    },
    sendIt:
      "Arkanızdaki sunucu yanıt verdiyse ve yanıt kullanılamıyorsa gönderin. Hiç yanıt vermediyse 504 veya 408 gönderin. Düzgün bir hata kodu verdiyse o kodu iletin.",
    causes: [
      {
        text: "Ağ geçidinin hattının ulaştığı karşı uç arızalıdır.",
        evidence: "`Reason` başlığında Q.850 nedeni 27 vardır ve bu hattan geçen çağrılar aynı biçimde başarısız olur.",
      },
      {
        text: "Arkadaki bir sunucu çözümlenemeyen bir yanıt göndermektedir.",
        evidence:
          "Vekil sunucunun arkasından `Via`, `CSeq` veya `Content-Length` başlığı bozuk bir yanıt gelir, önünden 502 çıkar.",
      },
      {
        text: "Bir yük dengeleyici, SIP olmayan bir hizmete ulaşmaktadır.",
        evidence: "Hedef port HTTP ile yanıt verir ya da bağlantıyı kapatır, grubun diğer düğümleri çalışır.",
      },
    ],
    keywords: ["ağ geçidi hatası", "ağ geçidi arızalı", "trunk çöktü", "hedef arızalı", "neden 27", "bad gateway"],
  },
  503: {
    gloss: "Bu sunucu şu an kimseye hizmet veremiyor",
    says: "503, sunucunun aşırı yüklü ya da bakımda olduğunu, bu yüzden istemcinin başka bir sunucuya geçmesi gerektiğini bildirir.",
    meaning:
      "Bu tek çağrıdan değil, sunucunun tamamından söz eder. İstemci başka bir sunucuyu denemeli ve `Retry-After` süresince bunu kullanmamalıdır. O başlık yoksa istemci 500 almış gibi davranmak zorundadır. Vekil sunucu tek bir 503'ü yukarı iletmemelidir: 500 gönderir.",
    whenYouSeeIt:
      "Bir trunk dolmuştur, bir sunucu yeniden başlatılıyordur ya da dinleyen kimse yoktur: reddedilen bağlantı veya ICMP hatası istemcinin içinde 503 sayılır. Operatörler onu tıkanıklık, yani Q.850 nedeni 34 veya 42 için de kullanır.",
    howToFix: {
      caller: "Bekleyip daha sonra arayın. Hemen yeniden aramak aşırı yükü artırır.",
      operator:
        "Yüke, kanal sınırlarına ve trunk'ın sağlık denetimlerine bakın. Her hedefe DNS SRV veya ağ geçidi grubuyla ikinci bir sunucu verin. 503'ü, kurulamayan bir bağlantıdan sonra kendi SIP yığınınızın üretip üretmediğine bakın.",
      developer:
        "RFC 3263 listesindeki sonraki sunucuyu deneyin. `Retry-After` varsa o süre boyunca buna başka bir şey göndermeyin. Hiçbir isteğe hizmet veremeyecek durumda değilseniz 503'ü iletmeyin.",
    },
    sendIt:
      "Sunucu bütün olarak şu an istek alamıyorsa `Retry-After` ile gönderin. Tek bir kullanıcının dolu hattı için 486, kodunuzdaki tek bir hata için 500 gönderilir. Sorunlu tek bir numara için 503, karşı tarafların sizi devre dışı bırakmasına yol açar.",
    causes: [
      {
        text: "Trunk veya sunucu, çağrı sayısı ya da saniyedeki çağrı sınırına ulaşmıştır.",
        evidence: "503, yoğun saatlerde görülür, başka çağrılar bitince yenileri başarılı olur.",
      },
      {
        text: "Hedefte dinleyen yoktur; 503'ü istemcinin kendi SIP yığını üretmiştir.",
        evidence: "Ağda 503 görünmez. İz kaydı istekten sonra bir TCP reset veya ICMP port unreachable gösterir.",
      },
      {
        text: "PBX, çağrı için ayakta bir ağ geçidi bulamamıştır.",
        evidence:
          "503 anında gelir, PBX'ten hiçbir şey çıkmaz ve ağ geçidine yapılan `OPTIONS` denetimleri başarısız olmuştur.",
      },
      {
        text: "Bir operatör tek bir numara veya rota için 503 vermektedir.",
        evidence: "Aynı trunk'taki diğerleri başarılı olurken o numara her seferinde 503 ile başarısız olur.",
      },
    ],
    keywords: [
      "hizmet kullanılamıyor",
      "aşırı yük",
      "tıkanıklık",
      "trunk dolu",
      "bütün hatlar dolu",
      "sunucu çöktü",
      "service unavailable",
      "failover",
    ],
  },
  504: {
    gloss: "Arkadaki bir sunucu süresinde yanıt vermedi",
    says: "504, sunucunun gerek duyduğu veritabanı veya DNS gibi başka bir sunucuyu boşuna beklediğini bildirir.",
    meaning:
      "Sunucunun kendisi çalışmaktadır, sorduğu bir sistem ise zamanında yanıt vermemiştir. İletilen isteğin kendisine yanıt gelmezse kod 408 olur. Yani 504 yardımcı bir sistemi gösterir: konum veritabanı, dizin, ENUM, DNS. Aranan hakkında bir şey söylemez.",
    whenYouSeeIt:
      "Bir sorgu askıda kalır, medya sunucusu uygulama sunucusuna yanıt vermez ya da bir ağ geçidi Q.850 nedeni 102 bildirir. Telefon da, kullanıcısının önce onaylaması gereken bir `UPDATE` isteğine bunu verir (RFC 3311).",
    howToFix: {
      caller: "Bir dakika sonra yeniden deneyin. Çoğu durumda arananın telefonuna sorulmamıştır.",
      operator:
        "Sunucunun beklediği sistemi bulun ve yanıt süresini ölçün. Çözümleyicisi yanıt vermeyen bir DNS genellikle saniyelere mal olur. Aradaki bir Asterisk, arayana 504 yerine 603 gösterir.",
      developer:
        "Daha sonra ya da başka bir sunucu üzerinden yeniden deneyin. 504 bir `UPDATE` isteğine yanıtsa değişikliği, kullanıcıyı bekleyebilen bir re-`INVITE` ile gönderin. Her sorguya 32 saniyeden kısa bir zamanlayıcı verin.",
    },
    sendIt:
      "İstek için gerek duyduğunuz bir sistem yanıt vermiyorsa gönderin: veritabanı, DNS veya uygulama sunucusu. Sonraki SIP atlaması sessiz kalıyorsa 408, yardımcı sistem hata bildiriyorsa 500 gönderilir.",
    causes: [
      {
        text: "Sunucudaki bir veritabanı veya dizin sorgusu askıda kalmıştır.",
        evidence: "Hemen 100 gelir, sonra hiçbir şey iletilmez ve sabit bir saniye sonra 504 gelir.",
      },
      {
        text: "Bir DNS veya ENUM sorgusu yanıt almamaktadır.",
        evidence:
          "İz kaydı, 504'ten önce birkaç saniyede bir yeniden gönderilen ve yanıt almayan DNS sorguları gösterir.",
      },
      {
        text: "Ağ geçidinin arkasında, telefon şebekesinin bir zamanlayıcısı dolmuştur.",
        evidence:
          "`Reason` başlığında Q.850 nedeni 102 vardır; ağ geçidi çağrıyı ileri göndermiş ama hiçbir şey geri gelmemiştir.",
      },
    ],
    keywords: [
      "sunucu zaman aşımı",
      "ağ geçidi zaman aşımı",
      "sorgu zaman aşımı",
      "dns zaman aşımı",
      "neden 102",
      "server time-out",
      "gateway timeout",
    ],
  },
  505: {
    gloss: "Bu SIP sürümü desteklenmiyor",
    says: "505, sunucunun isteğin ilk satırındaki SIP sürümünü kabul etmediğini bildirir.",
    meaning:
      "İstek satırı `SIP/2.0` dışında bir şeyle biter ve sunucu onunla çalışamaz ya da çalışmaz. Yalnızca 2.0 sürümü kullanıldığından 505 neredeyse her zaman daha yeni bir protokol değil, hasarlı veya yabancı bir mesaj demektir.",
    whenYouSeeIt:
      "Bir tarama aracı, bir fuzzer veya ev yapımı bir istemci yanlış sürüm gönderir, bir HTTP istemcisi SIP portuna ulaşır ya da Request-URI içindeki bir boşluk satırdaki sözcükleri kaydırır. Olağan işletmede hiç görmezsiniz.",
    howToFix: {
      caller:
        "Telefonu veya uygulamayı güncelleyin. Yaygın bir telefon 505 alıyorsa, onunla sunucu arasındaki bir şey mesajlarını değiştiriyordur.",
      operator:
        "İsteği yakalayın ve ilk satırını bayt düzeyinde okuyun. Her SBC veya ALG'nin iki tarafında karşılaştırın. Bilinmeyen adreslerden geliyorsa taramadır: engelleyin.",
      developer:
        "`SIP/2.0` ibaresini istek satırının sonuna büyük harflerle, öncesinde tek boşlukla yazın. Request-URI'deki boşlukları `%20` olarak kodlayın. Aynı isteği yeniden denemeyin.",
    },
    sendIt:
      "Satır çözümlenebiliyor ve sürümü 2.0 değilse gönderin. Satır hiç çözümlenemiyorsa 400 gönderin. Sizde olmayan sürüm değil bir uzantıysa 420 gönderin.",
    causes: [
      {
        text: "Bir tarama aracı veya fuzzer bilerek yanlış sürüm göndermektedir.",
        evidence: "İstek tanımadığınız bir adresten, `SIP/7.0` gibi bir sürümle biten satırla gelir.",
      },
      {
        text: "Request-URI içindeki bir boşluk, ilk satırın sözcüklerini kaydırmaktadır.",
        evidence: "İsteğin satırında ikiden çok boşluk vardır, bu yüzden üçüncü sözcük `SIP/2.0` değildir.",
      },
      {
        text: "SIP portuna başka bir protokol ulaşmaktadır.",
        evidence: "İlk satır `HTTP/1.1` veya `RTSP/1.0` ile biter.",
      },
    ],
    keywords: [
      "sürüm desteklenmiyor",
      "yanlış sip sürümü",
      "sip/2.0",
      "bozuk istek satırı",
      "tarama",
      "version not supported",
    ],
  },
  513: {
    gloss: "Mesaj çok uzun",
    says: "513, mesaj kaldırabileceğinden uzun olduğu için sunucunun isteği işleyemediğini bildirir.",
    meaning:
      "Başlıkları ve gövdesiyle mesajın tamamı, sunucunun tutabileceğini aşar. Kusuru yalnızca gövdede bulan 413'ten ve Request-URI'de bulan 414'ten farklıdır. Aynı istek kısaltılınca aynı sunucuda başarılı olabilir.",
    whenYouSeeIt:
      "Çok sayıda codec ve adayı olan bir WebRTC teklifi; uzun bir `Via`, `Record-Route` veya `History-Info` zinciri; bir `Identity` belirteci ya da büyük bir `MESSAGE`. UDP üzerinde uzun bir istek çoğu zaman hiç yanıt almadan kaybolur.",
    howToFix: {
      caller:
        "Görüntü olmadan ya da ayarlarda daha az codec ile deneyin. Uzun bir metin mesajı, parçalara bölünürse geçer.",
      operator:
        "Başarısız olan atlamada isteği ölçün. Kullanılmayan codec'leri çıkarın, `History-Info` başlıklarını kaldırma ve `Via` başlıklarını gizleme işini SBC'ye verin, sunucunun boyut sınırını yükseltin ve TCP veya TLS kullanın.",
      developer:
        "İsteği kısaltıp yeniden gönderin. RFC 3261, istek 1300 bayttan büyük ve yolun MTU'su bilinmiyorsa TCP ister. Başlıkların kısa biçimlerini ve daha az codec kullanın.",
    },
    sendIt:
      "Mesajın tamamı sınırınızdan uzunsa ve yanıt verecek kadarını çözümleyebiliyorsanız gönderin. Fazla büyük gövde için 413, fazla uzun Request-URI için 414 gönderilir. RFC 3261, UDP'nin tam datagram boyuna kadar kabul edilmesini ister.",
    causes: [
      {
        text: "SDP, çok sayıda codec veya ICE adayı yüzünden çok uzundur.",
        evidence: "`Content-Length` birkaç bindir ve aynı çağrı tek bir ses codec'iyle geçer.",
      },
      {
        text: "Başlıklar, uzun bir yolun veya bir döngünün her atlamasında büyümektedir.",
        evidence: "513 gönderen atlamada mesajın çoğunu `Via`, `Record-Route` veya `History-Info` doldurur.",
      },
      {
        text: "Sunucunun boyut sınırı çok düşük ayarlanmıştır.",
        evidence: "Belli bir boyun üzerindeki bütün istekler aynı sunucudan 513 alır, daha kısaları başarılı olur.",
      },
    ],
    keywords: ["mesaj çok büyük", "paket çok büyük", "mtu", "udp parçalanması", "büyük sdp", "message too large"],
  },
  555: {
    gloss: "Bu push hizmeti desteklenmiyor",
    says: "555, ağın telefonu `REGISTER` isteğinde adı geçen push hizmetiyle uyandıramadığını bildirir.",
    meaning:
      "Bir telefon uygulaması, `REGISTER` isteğinin `Contact` başlığında `pn-provider` ile adı verilen bir push hizmetiyle uyandırılmak ister. Yoldaki hiçbir vekil sunucu o hizmeti desteklemez (RFC 8599). Kod yalnızca `REGISTER` için tanımlıdır ve kayıt başarısız olmuştur.",
    whenYouSeeIt:
      "Uygulama push'u olmayan bir sağlayıcıya geçer ya da sağlayıcının kurmadığı `apns`, `fcm` veya `webpush` gibi bir hizmeti belirtir. RFC 8599'u olmayan birçok ağ parametreyi yok sayıp bunun yerine 200 verir.",
    howToFix: {
      caller:
        "Uygulamanın ayarlarında push'u kapatıp uygulamayı arka planda çalışır tutun ya da sağlayıcınızın uygulamasını kullanın.",
      operator:
        "`pn-provider` içinde adı geçen push hizmetini, telefonlara en yakın vekil sunucuda anahtarlarıyla kurun. Ya da yoldaki başka bir vekil sunucu onu sunuyorsa `REGISTER` isteğini iletmesini sağlayın.",
      developer:
        "Başka bir `pn-provider` ile ya da push olmadan yeniden kaydolun, sonra akışı canlı tutun. 200'ün `Feature-Caps` başlığında `+sip.pns` arayın: o yoksa push gelmez.",
    },
    sendIt:
      "`pn-provider` içindeki hizmeti desteklemiyorsanız ve kayıt sunucusuyla aranızdaki hiçbir vekil sunucunun da desteklemediğini biliyorsanız vekil sunucu olarak gönderin. Aksi halde `REGISTER` isteğini iletin. Çok kısa aralık için 423 gönderilir.",
    causes: [
      {
        text: "Sağlayıcı başka bir push hizmetini destekliyor ya da hiçbirini desteklemiyordur.",
        evidence:
          "`REGISTER` isteğinin `Contact` başlığındaki `pn-provider`, vekil sunucunun yapılandırmasında bulunmayan bir değer taşır.",
      },
      {
        text: "Uygulama push hizmetini yanlış yazılmış ya da özel bir adla belirtmektedir.",
        evidence: "`pn-provider` değeri `apns`, `fcm` veya `webpush` değildir ve 555 anında gelir.",
      },
      {
        text: "Vekil sunucuda push hizmetinin anahtarları eksiktir.",
        evidence:
          "Vekil sunucudaki bir değişiklikten beri bir türdeki bütün uygulamalar 555 alır ve logunda push modülünün adı geçer.",
      },
    ],
    keywords: [
      "anlık bildirim",
      "push bildirimi",
      "pn-provider",
      "apns",
      "fcm",
      "mobil uygulama kayıt olmuyor",
      "rfc 8599",
    ],
  },
  580: {
    gloss: "Ön koşullar karşılanamıyor",
    says: "580, arananın ayrılmış bant genişliği gibi teklifteki ön koşulları karşılayamadığını ya da karşılamak istemediğini bildirir.",
    meaning:
      "Teklif, telefon çalmadan önce kaynak ayrılması gerektiğini söyler (RFC 3312). Cevaplayan taraf bunu yapamaz ya da yapmak istemez. Gövde hangisinin başarısız olduğunu gösterebilir: bütün portları sıfır ve güç etiketi (strength) `failure` olan bir SDP.",
    whenYouSeeIt:
      "Neredeyse yalnızca IMS ve VoLTE'de; ses taşıyıcısı kurulamadığında ya da bir B2BUA müzakerenin yarısını düşürdüğünde. Bir `INVITE` veya `UPDATE` isteğine yanıttır. Sıradan PBX telefonları ön koşul kullanmaz.",
    howToFix: {
      caller:
        "Daha iyi kapsama alanına geçip yeniden deneyin. Yalnızca tek bir numarada başarısız oluyorsa operatörünüze bildirin.",
      operator:
        "Taşıyıcının radyo veya politika ağında neden kurulamadığına bakın: reddedilen kaynaklar, eksik bir ses taşıyıcısı, dolaşım. Bir SBC'nin `Supported` içindeki `precondition` etiketini yalnızca bir tarafta silip silmediğini görün.",
      developer:
        "580'in SDP'sinde `failure` içeren satırı bulun ve o şart olmadan ya da `optional` gücüyle yeniden teklif edin. O SDP bir cevap değildir: uygulamayın.",
    },
    sendIt:
      "Ön koşullarını karşılayamadığınız bir `INVITE` veya `UPDATE` teklifine, başarısız olanların SDP'siyle gönderin. `Require: precondition` desteklemediğiniz şeyi istiyorsa 420 gönderin. Uymayan codec için 488 gönderilir.",
    causes: [
      {
        text: "Ses için taşıyıcı veya ayrılmış bant genişliği kurulamamıştır.",
        evidence:
          "Gövdede `a=des:qos failure` vardır ve politika sunucusunun logunda o saniyede reddedilmiş bir kaynak ayırma vardır.",
      },
      {
        text: "Bir B2BUA, ön koşulları yalnızca bir tarafa aktarmaktadır.",
        evidence: "`a=curr:qos` ve `a=des:qos` bir bacakta teklifte vardır, ötekinde yoktur.",
      },
      {
        text: "Kaynak ayırmayı doğrulayan `UPDATE` hiç gelmemektedir.",
        evidence: "183 ve `PRACK` sonrasında aranana `UPDATE` ulaşmaz; zamanlayıcısı dolunca 580 gelir.",
      },
    ],
    keywords: [
      "ön koşul hatası",
      "qos",
      "volte çağrısı başarısız",
      "ims",
      "taşıyıcı",
      "kaynak ayırma",
      "precondition failure",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
