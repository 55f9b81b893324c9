import type { CodeTexts } from "../texts.ts";

/** Request failures 410 to 425. */
export const codes41x42x = {
  410: {
    gloss: "Kalıcı olarak kaldırıldı, yeni adres yok",
    says: "410, adresin bir zamanlar var olduğunu, kalıcı olarak kaldırıldığını ve yönlendirilecek bir adresin bilinmediğini bildirir.",
    meaning:
      "Sunucu, adresin geri gelmeyeceğini bilir ve yönlendirecek bir yeri yoktur. Bunun kalıcı olup olmadığını söyleyemiyorsa 404 göndermelidir. Diyalog içinde 410, diyaloğu bütün kullanımlarıyla bitirir.",
    whenYouSeeIt:
      "Bırakılmış ya da haber verilmeden değiştirilmiş bir numara; çoğu zaman Q.850 nedeni 22'nin bir ağ geçidindeki karşılığı olarak. Bir de eskiden sahip olduğu adların kaydını tutan sunucuda kapatılmış bir hesap.",
    howToFix: {
      caller: "Kişiden yeni numarasını veya adresini isteyin, eskisini silin. Bir sonraki arama aynı yanıtı alır.",
      operator:
        "Adresi rotalardan, hızlı aramalardan ve hunt gruplarından çıkarın. Arayanların yeni numarayı bulmasını istiyorsanız eskisi `Contact` ile 301 versin.",
      developer:
        "Yeniden denemeyin, yoklamayın. Kişiyi silmeyi önerin. 410'u, yanlış yazılmış numaranın daha olası neden olduğu 404'ten ayrı tutun.",
    },
    sendIt:
      "Adresin kalıcı olarak kaldırıldığını ve başka adres verilmeyeceğini biliyorsanız gönderin. Emin değilseniz 404, yeni adres varsa 301, kullanıcı geri gelecekse 480 gönderin.",
    causes: [
      {
        text: "Numara telefon şebekesinde değişmiş ya da bırakılmıştır.",
        evidence: "410, bir ağ geçidinden, çoğu zaman anonslu bir 183'ten sonra, `Reason: Q.850;cause=22` ile gelir.",
      },
      {
        text: "Hesap kapatılmıştır ve sunucu adını hatırlamaktadır.",
        evidence: "410, alan adının kayıt sunucusundan gelir; hiç var olmamış bir ad ise orada 404 alır.",
      },
    ],
    keywords: ["numara değişti", "kullanılmayan numara", "hesap kapatıldı", "hizmet dışı numara", "gone"],
  },
  411: {
    gloss: "Uzunluk gerekli, artık kullanılmayan bir kod",
    says: "411, eski RFC 2543'ün `Content-Length` içermeyen istek için kullandığı koddur; RFC 3261 onu kaldırdı, yerini 400 aldı.",
    meaning:
      "RFC 2543'te, `Content-Length` olmayan isteği geri çeviren sunucular içindi. RFC 3261'de başlık TCP ve TLS'te zorunludur, UDP'de ise gövde paketle birlikte biter. IANA kodu listelemez.",
    whenYouSeeIt:
      "Yalnızca çok eski sunucularda ya da SIP konuşması sağlanmış HTTP yazılımlarında. TCP bağlantısında başlığı bulamayan bugünkü bir sunucu 400 gönderir ya da bağlantıyı kapatır.",
    howToFix: {
      caller: "Neden, aradığınız numara değildir. Denemek için telefonu TCP'den UDP'ye alın ve 411 döndüğünü bildirin.",
      operator:
        "Onu gönderen sunucuyu güncelleyin ve yolda `Content-Length` başlığını ya da onun kısa biçimi olan `l` başlığını silen bir cihaz arayın.",
      developer:
        "Her mesaja `Content-Length`, gövdesizse `Content-Length: 0` yazın. Karakterleri değil baytları sayın. Aldığınız 411'i 400 sayın: düzeltip bir kez daha gönderin.",
    },
    sendIt:
      "Göndermeyin. TCP veya TLS üzerinde mesajın sonu anlaşılamıyorsa 400 verip bağlantıyı kapatın. UDP üzerinde, RFC 3261'in dediği gibi paketin kalanını gövde kabul edin.",
    causes: [
      {
        text: "İstemci `Content-Length` yazmamaktadır.",
        evidence: "İstek TCP veya TLS üzerinden gelmiştir ve başlıkları arasında ne `Content-Length` ne de `l` vardır.",
      },
      {
        text: "Yoldaki bir cihaz, gövdeyi yeniden yazarken başlığı düşürmektedir.",
        evidence: "İstemcideki paket kaydında `Content-Length` görünür, sunucudaki kayıtta aynı istek onsuzdur.",
      },
    ],
    keywords: ["uzunluk gerekli", "content-length", "rfc 2543", "eski kod", "content-length eksik", "length required"],
  },
  412: {
    gloss: "Yayımlanan durum artık orada değil",
    says: "412, bir `PUBLISH` isteğinin sunucuda artık bulunmayan bir yayına gönderme yaptığını bildirir; istemcinin baştan yayımlaması gerekir.",
    meaning:
      "`SIP-If-Match` içindeki varlık etiketi, sunucunun sakladığı hiçbir şeyle eşleşmez; bu yüzden sunucu o yayını yenileyemez, değiştiremez, kaldıramaz (RFC 3903). İstemci isteği yineleyemez, tam bir yayınla baştan başlar.",
    whenYouSeeIt:
      "Durum bilgisinde ve meşgul lambalarında: durum sunucusu yeniden başladıktan sonra, yayının `Expires` süresinden uzun bir ağ kesintisinden sonra ya da durumlarını paylaşmayan birkaç sunucuda.",
    howToFix: {
      caller:
        "Durumunuzu bir kez daha ayarlayın ya da çıkış yapıp yeniden girin. Başkaları uzun süre eski durumu görüyorsa bildirin.",
      operator:
        "Yayınları, yeniden başlatmayı atlatan bir depoda tutun ve kümenin bütün sunucuları onu kullansın. Aynı anda gelen çok sayıda 412 yeniden başlatmayı, tek tük gelenler geciken yenilemeleri gösterir.",
      developer:
        "Varlık etiketini atın ve tam gövdeli, `SIP-If-Match` içermeyen bir `PUBLISH` gönderin. Eskisini yinelemeyin. `Expires` dolmadan epey önce yenileyin.",
    },
    sendIt:
      "`SIP-If-Match` değerini tanımadığınız bir `PUBLISH` isteğine gönderin. Sizde olmayan olay paketi için 489, okuyamadığınız gövde türü için 415, alt sınırınızın altındaki süre için 423 gönderin.",
    causes: [
      {
        text: "Yayının süresi, yenilemesi gelmeden dolmuştur.",
        evidence: "Son 200 ile bu `PUBLISH` arasında, o 200'ün `Expires` süresinden uzun zaman vardır.",
      },
      {
        text: "Sunucu yayınlarını yitirmiş ya da kümenin başka bir sunucusuna sorulmuştur.",
        evidence: "412, `Expires` süresinden epey önce, aynı anda birçok kullanıcı için ya da yeni bir adresten gelir.",
      },
      {
        text: "İstemci eski bir varlık etiketi kullanmaktadır.",
        evidence: "`SIP-If-Match`, en son 200'ün `SIP-ETag` değeri değil, daha önceki bir yanıtınkidir.",
      },
    ],
    keywords: [
      "koşullu istek başarısız",
      "publish",
      "eski durum bilgisi",
      "varlık etiketi",
      "sip-etag",
      "sip-if-match",
      "presence",
    ],
  },
  413: {
    gloss: "Gövde çok büyük",
    says: "413, istek gövdesinin sunucunun işlemek istediğinden ya da işleyebildiğinden büyük olduğunu bildirir.",
    meaning:
      "Başlıklar anlaşılmıştır, gövde bu sunucunun bir sınırını aşar. `Retry-After` varsa sınır geçicidir. Yalnızca gövde sayılır: bütün olarak fazla büyük mesaj için 513 vardır.",
    whenYouSeeIt:
      "Uzun metin mesajları, bir `MESSAGE` içindeki resimler, birçok kişiyi kapsayan durum belgeleri, bir tarayıcıdan gelen onlarca codec'li ve ICE adaylı SDP.",
    howToFix: {
      caller: "Daha kısa bir mesaj gönderin ya da resmi başka yolla iletin. Görüntü uygulamasında gerekmeyeni kapatın.",
      operator:
        "Yanıt veren sunucunun sınırını öğrenip `Content-Length` ile karşılaştırın. Kullanılmayan codec'leri SDP'den çıkarın ya da yol TCP veya TLS ise sınırı yükseltin.",
      developer:
        "Daha küçük bir gövdeyle ya da gövdesiz, yeni bir işlemde ve daha yüksek `CSeq` ile yeniden gönderin. Büyük içeriği bir URL ile gösterin. Varsa `Retry-After` süresine uyun.",
    },
    sendIt:
      "Gövde işlediğinizi aşıyorsa gönderin, durum geçiciyse `Retry-After` ekleyin. Kalanını durdurmak için bağlantıyı kapatabilirsiniz. Mesajın tamamı çok uzunsa 513, yalnızca türü yanlışsa 415 gönderin.",
    causes: [
      {
        text: "Bir tarayıcının teklifinde o kadar çok codec ve aday vardır ki SBC onu geri çevirir.",
        evidence:
          "`Content-Length` birkaç bin bayttır, onlarca `a=candidate` veya `a=rtpmap` satırı vardır ve 413 anında gelir.",
      },
      {
        text: "Bir metin mesajı veya yayın, sunucunun sınırını aşmaktadır.",
        evidence: "Aynı kullanıcının kısa `MESSAGE` isteği 200, uzunu aynı adresten 413 alır.",
      },
    ],
    keywords: [
      "gövde çok büyük",
      "istek çok büyük",
      "uzun mesaj",
      "sdp çok büyük",
      "ek dosya",
      "request entity too large",
    ],
  },
  414: {
    gloss: "Adres satırı çok uzun",
    says: "414, Request-URI'nin bu sunucunun okumak istediğinden uzun olduğunu bildirir.",
    meaning:
      "Sunucu bu kadar uzun bir Request-URI'yi yorumlamak istemez. Bu, yanıt veren atlamanın sınırıdır; arananın çağrıdan haberi yoktur. RFC 3261 sayı vermez: her ürünün kendi sınırı vardır.",
    whenYouSeeIt:
      "Nadiren. `Contact` URI'sine bütün başlıkları koyan yönlendirmeler, URI parametrelerindeki belirteçler veya konferans verileri ya da her geçişte aynı parametreyi ekleyen bir yeniden yazma kuralı.",
    howToFix: {
      caller: "Kopyalanmış bağlantı yerine numarayı veya kısa adresi arayın. Zaten kısaydıysa bildirin.",
      operator:
        "Yanıt veren sunucuyu bulun ve aldığı Request-URI'yi okuyun. Parametre ekleyen kuralları kaldırın, adres doğruysa sınırı yükseltin.",
      developer:
        "URI'yi kısaltıp yeniden gönderin: verileri URI parametrelerinden başlıklara veya gövdeye taşıyın. `Contact` içinde gelen URI'yi kullanmadan önce denetleyin.",
    },
    sendIt:
      "Request-URI, çözümleyicinizin sınırını aşıyorsa gönderin. Mesaj bütün olarak çok uzunsa 513, URI bozuksa 400, bir döngüde büyümüş ve `Max-Forwards` 0 olmuşsa 483 gönderin.",
    causes: [
      {
        text: "Bir yeniden yazma kuralı, istek her geçtiğinde bir parametre veya önek eklemektedir.",
        evidence:
          "Request-URI'de aynı parametre veya haneler birkaç kez geçer ve `Via` listesi bir sunucuyu birden çok kez gösterir.",
      },
      {
        text: "Bir yönlendirme, `Contact` içinde başlıklarla veya uzun belirteçlerle gelmiştir.",
        evidence:
          "Öncesindeki bir 3xx; soru işareti ve yüzde işaretiyle kodlanmış başlıklar içeren, yüzlerce karakterlik bir `Contact` taşır.",
      },
    ],
    keywords: ["request-uri çok uzun", "uri çok uzun", "adres çok uzun", "url uzunluğu", "request-uri too long"],
  },
  415: {
    gloss: "Gövde türü anlaşılmadı",
    says: "415, sunucunun isteğin gövdesini okuyamadığını bildirir: türü, kodlaması veya dili desteklenmez.",
    meaning:
      "Gövde, bu sunucunun bu yöntem için desteklemediği bir biçimdedir. Yanıt, neleri aldığını `Accept`, `Accept-Encoding` veya `Accept-Language` içinde sıralamak zorundadır. Konu SDP'nin içindeki codec'ler değil, gövdenin türüdür.",
    whenYouSeeIt:
      "Tuş tonlarının, onları okumayan bir karşı tarafa `INFO` olarak gönderilmesi; SDP'nin yanında ISUP taşıyan `INVITE` isteğinin (SIP-I) düz bir SIP telefonuna gitmesi; HTML bir `MESSAGE`; eski biçimde durum bilgisi.",
    howToFix: {
      caller:
        "Görüşmede tuşlara basmak işe yaramıyorsa telefonunuzda DTMF'yi RFC 4733 (RFC 2833 de denir) olarak ayarlayın. Metin mesajlarını düz metin gönderin.",
      operator:
        "`Content-Type` başlığını 415'teki `Accept` ile karşılaştırın. DTMF'yi iki tarafta RFC 4733 yapın; düz SDP isteyen trunk'lara SIP-I kullanımını veya çok parçalı gövdeleri kapatın.",
      developer:
        "`Accept` içindeki bir türle, yeni bir işlemde ve daha yüksek `CSeq` ile yeniden gönderin. Çok parçalı gövdenin isteğe bağlı parçalarını `handling=optional` ile işaretleyin ki atlanabilsinler.",
    },
    sendIt:
      "Gövdeyi okuyamıyorsanız gönderin ve okuyabildiklerinizi `Accept` içinde sıralayın. SDP'yi okuyor ama medyası size uymuyorsa 488, bilinmeyen bir Info Package için 469, bozuk gövde için 400 gönderin.",
    causes: [
      {
        text: "DTMF, `INFO` olarak gönderilmekte ve karşı taraf onu almamaktadır.",
        evidence:
          "Her tuş basışı `Content-Type: application/dtmf-relay` taşıyan bir `INFO` üretir ve her biri 415 alır.",
      },
      {
        text: "Gövde çok parçalıdır; SDP'nin yanında ISUP, konum veya QSIG parçası taşır.",
        evidence:
          "`INVITE` isteğinde `Content-Type: multipart/mixed` vardır ve 415'in `Accept` başlığı yalnızca `application/sdp` sıralar.",
      },
    ],
    keywords: [
      "desteklenmeyen ortam türü",
      "content-type",
      "dtmf çalışmıyor",
      "tuşlar çalışmıyor",
      "sip info",
      "sip-i",
      "unsupported media type",
    ],
  },
  416: {
    gloss: "Bilinmeyen adres türü",
    says: "416, sunucunun Request-URI'deki adres türünü bilmediğini bildirir; örneğin `sip:` yerine `tel:`.",
    meaning:
      "Request-URI'nin başındaki şema, örneğin `tel:` veya `urn:`, bu sunucuda bilinmez. Aranana sorulmamıştır. İstemci bir SIP URI'siyle yeniden denemelidir. Diyalog içinde 416 diyaloğu bitirir.",
    whenYouSeeIt:
      "`sip:` isteyen bir PBX'i `tel:+4930123456` ile arayan IMS veya Microsoft sistemlerinden gelen çağrılar. Asterisk'in eski sürümleri her tel URI'sine 416 verir. Basit bir sunucuya `urn:service:sos` ile yapılan acil çağrılar.",
    howToFix: {
      caller:
        "Numarayı `sip:+4930123456@example.com` örneğindeki gibi sağlayıcınızın alan adıyla arayın ya da telefonun ayarlarında bu biçimi seçin.",
      operator:
        "Öndeki SBC veya vekil sunucu `tel:` adresini alan adı ve `user=phone` ile `sip:` adresine çevirsin ya da sunucuyu güncelleyin. Acil çağrı URN'lerinin, çağrı tesisinizden çıkmadan yönlendirildiğinden emin olun.",
      developer:
        "İsteği bir SIP URI'siyle yineleyin: numara, `user=phone` ile kullanıcı kısmı olur. Kullanıcıya söylemeden `sips:` adresini `sip:` yapmayın, çünkü bu yolda TLS'ten vazgeçmektir.",
    },
    sendIt:
      "Request-URI'nin şemasını bilmiyorsanız gönderin. Şemayı bilip kullanıcıyı bilmiyorsanız 404, numara eksikse 484, `Require` bilinmeyen bir şeyi içeriyorsa 420 gönderin.",
    causes: [
      {
        text: "Arayan bir tel URI'si aramakta, sunucu ise yalnızca SIP URI'lerini bilmektedir.",
        evidence:
          "İlk satır `INVITE tel:+4930123456 SIP/2.0` gibidir ve 416, SBC'nin arkasındaki ilk sunucudan anında gelir.",
      },
      {
        text: "İstek `sips:` içindir ve sunucu bu şemayı bilmemektedir.",
        evidence: "Request-URI `sips:` ile başlar, aynı çağrı `sip:` ile geçer.",
      },
    ],
    keywords: ["desteklenmeyen uri şeması", "tel uri", "sips", "urn", "teams", "ims", "unsupported uri scheme"],
  },
  417: {
    gloss: "Öncelik değeri bilinmiyor",
    says: "417, sunucunun, isteğin şart koştuğu öncelik değerlerinden hiçbirini bilmediğini bildirir.",
    meaning:
      "İstekte `Require: resource-priority` vardır ve `Resource-Priority` içindeki değerlerin hiçbiri burada bilinmez (RFC 4412). O `Require` olmasaydı sunucu, bilinmeyen değerleri yok sayıp olağan öncelikle sürdürmek zorunda olurdu.",
    whenYouSeeIt:
      "Kamu, askeri ve acil durum ağlarında: çağrılar `ets.0` veya `dsn.flash` gibi değerleri, başka bir ad alanı kullanan bir ağa sınırdan taşır.",
    howToFix: {
      caller: "Telefonunuz seçtiriyorsa öncelik olmadan arayın. Gerisini öncelik hizmetinin yöneticisi yapmalıdır.",
      operator:
        "Varsa 417'deki `Accept-Resource-Priority` başlığını okuyun. Sınır bileşeni ad alanları arasında çeviri yapsın ya da o komşu için `Require` içinden `resource-priority` etiketini çıkarın.",
      developer:
        "`Accept-Resource-Priority` içinden kullanıcının hakkı olan bir değerle ya da seçenek etiketi yalnızca `Supported` içinde olacak şekilde yeniden gönderin. Çağrı ağlar arasından geçiyorsa birkaç ad alanı sıralayın.",
    },
    sendIt:
      "Yalnızca `Require` içinde `resource-priority` varsa ve değerlerin hiçbirini bilmiyorsanız gönderin, politika izin veriyorsa `Accept-Resource-Priority` ekleyin. Aksi halde çağrıyı olağan sayın. Değeri kullanamayacak bir kullanıcıya 403 gönderin.",
    causes: [
      {
        text: "Ağlar farklı ad alanları kullanmakta, aralarında çeviri yapan bir şey bulunmamaktadır.",
        evidence:
          "`Resource-Priority` içinde `dsn` gibi bir ad alanı vardır, 417'deki `Accept-Resource-Priority` ise yalnızca başkalarını sıralar.",
      },
      {
        text: "İstemci, önceliği yalnızca sunması gereken yerde şart koşmaktadır.",
        evidence:
          "`INVITE` isteğinde `Require: resource-priority` vardır ve aynı çağrı bu satır olmadan başarılı olur.",
      },
    ],
    keywords: ["öncelikli çağrı", "kaynak önceliği", "resource-priority", "ets", "dsn", "acil durum ağı", "mlpp"],
  },
  420: {
    gloss: "Gereken uzantı desteklenmiyor",
    says: "420, isteğin, bu sunucunun desteklemediği bir uzantıyı şart koştuğunu bildirir ve o uzantının adını verir.",
    meaning:
      "`Require` içindeki, vekil sunucu söz konusuysa `Proxy-Require` içindeki bir seçenek etiketi, yanıt veren sunucuda bilinmez ya da kapalıdır. `Unsupported` başlığının onu sıralaması zorunludur (MUST). İstemci isteği o uzantı olmadan yeniden göndermelidir.",
    whenYouSeeIt:
      "`PRACK` kapalı bir telefona `Require: 100rel`; Asterisk, `100rel=no` ile böyle davranır. Bunları hiç desteklememiş cihazlara `Require: timer`, `replaces` veya `sec-agree`.",
    howToFix: {
      caller:
        "Aranan numarada bir yanlışlık yoktur. Yöneticiye hangi telefon veya trunk olduğunu ve son olarak neyin güncellendiğini söyleyin.",
      operator:
        "420'deki `Unsupported` başlığını okuyun ve o özelliği arayan tarafta zorunlu yerine destekleniyor olarak ayarlayın. Ya da yanıt veren tarafta açın: en sık görüleni `PRACK` özelliğidir.",
      developer:
        "`Unsupported` içinde sıralananlar olmadan, yeni bir işlemde ve daha yüksek `CSeq` ile yeniden gönderin. `Require` içine yalnızca çağrı için vazgeçilmez olanı, gerisini `Supported` içine koyun.",
    },
    sendIt:
      "`Require` içinde desteklemediğiniz bir seçenek etiketi varsa, böyle etiketlerin hepsini `Unsupported` içine koyarak gönderin. Vekil sunucu yalnızca `Proxy-Require` başlığına bakar. `ACK` veya `CANCEL` isteğine asla göndermeyin. Uzantıyı şart koşan sizseniz 421 gönderin.",
    causes: [
      {
        text: "Arayan `PRACK` desteğini şart koşmakta, yanıt veren tarafta ise o kapalıdır.",
        evidence: "`INVITE` isteğinde `Require: 100rel`, 420'de `Unsupported: 100rel`.",
      },
      {
        text: "Arayan, kendi ağının bir uzantısını istemektedir.",
        evidence:
          "`Unsupported` içinde `sec-agree` veya `precondition` gibi bir etiket vardır ve çağrı mobil şebekeden bir ofise geçer.",
      },
      {
        text: "Yoldaki bir vekil sunucu, `Proxy-Require` başlığının istediğini bilmemektedir.",
        evidence:
          "420, telefondan değil bir vekil sunucudan gelir ve `Unsupported` başlığı, `Proxy-Require` içindeki bir etiketi yineler.",
      },
    ],
    keywords: [
      "uzantı desteklenmiyor",
      "hatalı uzantı",
      "100rel",
      "prack",
      "require başlığı",
      "seçenek etiketi",
      "bad extension",
    ],
  },
  421: {
    gloss: "İstekte bir uzantı eksik",
    says: "421, sunucunun, istekte destekleniyor diye belirtilmeyen bir uzantıyı şart koştuğunu bildirir.",
    meaning:
      "Sunucu, `Require` içinde adını verdiği bir uzantı olmadan isteği işleyemez ya da işlemek istemez. RFC 3261 bunu önermez, çünkü düz SIP telefonları dışarıda bırakır. RFC 3329 ise güvenlik anlaşmasının politika olduğu yerde bunu ister.",
    whenYouSeeIt:
      "Bunları bilmeyen bir telefona karşı `100rel=required` veya `timers=required` ayarlı Asterisk. İlk `REGISTER` isteğinde `sec-agree` isteyen bir IMS çekirdeği.",
    howToFix: {
      caller:
        "Telefonda veya uygulamada hizmetin şart koştuğu bir özellik yoktur. Güncelleyin ya da sağlayıcının onayladığı birini kullanın.",
      operator:
        "421'deki `Require` başlığını okuyun. Sunucuda şartı öneriye çevirin, örneğin Asterisk'te `100rel=yes`, ya da uzantıyı telefonda açın.",
      developer:
        "Uzantı sizde gerçekten varsa etiketi `Supported` içine koyup yeniden gönderin. `sec-agree` için önce `Security-Server` başlığını okuyun ve mekanizmalarından birini kurun.",
    },
    sendIt:
      "Yalnızca uzantı olmadan yararlı bir hizmet mümkün değilse, o uzantıyı `Require` içine koyarak gönderin. Aksi halde düz SIP ile devam edin. İstemci `Supported` içinde `sec-agree` sıralıyor ve şimdi kullanması gerekiyorsa 494 gönderin.",
    causes: [
      {
        text: "Sunucuda `PRACK` veya oturum zamanlayıcıları zorunlu ayarlıdır.",
        evidence:
          "421'de `Require: 100rel` veya `Require: timer` vardır, isteğin `Supported` başlığında böyle bir etiket yoktur.",
      },
      {
        text: "Ağ, RFC 3329'daki güvenlik anlaşmasını istemekte, istemci ise sunmamaktadır.",
        evidence: "421'de `Security-Server` ve `Require: sec-agree` vardır, istekte ise hiç `sec-agree` yoktur.",
      },
    ],
    keywords: [
      "uzantı gerekli",
      "require",
      "100rel gerekli",
      "prack",
      "oturum zamanlayıcısı gerekli",
      "sec-agree",
      "extension required",
    ],
  },
  422: {
    gloss: "Oturum zamanlayıcısı çok kısa",
    says: "422, istenen oturum zamanlayıcısının bu sunucunun izin verdiğinden kısa olduğunu bildirir ve alt sınırı verir.",
    meaning:
      "`Session-Expires`, yanıt veren sunucunun `Min-SE` içinde belirttiği alt sınırın altındadır (RFC 4028). Hiçbir alt sınır 90 sn'den küçük olamaz. İstemci daha uzun bir süreyle yeniden deneyebilir.",
    whenYouSeeIt:
      "Çağrının başında ya da bir yenilemede; PBX kısa bir oturum ister, operatör ise örneğin 600 sn veya daha fazlasını ister. Asterisk onu `timers_min_se` altındaki bir değer için gönderir.",
    howToFix: {
      caller:
        "İyi bir telefon çağrıyı bir saniye içinde kendiliğinden yineler. Sizinki başaramıyorsa bildirilecek şey oturum zamanlayıcısı ayarıdır.",
      operator:
        "Arayan tarafın süresini, RFC 4028'in önerdiği değer olan 1800 sn'ye yükseltin. Asterisk'te bu `timers_sess_expires` ayarıdır. Her biri bir alt sınır koyabildiğinden yoldaki bütün vekil sunuculara bakın.",
      developer:
        "`Session-Expires` ve `Min-SE` değerlerini, bu `Call-ID` için şimdiye kadar aldığınız en büyük `Min-SE` değerinin altına düşürmeden ve daha yüksek `CSeq` ile yineleyin. O `Min-SE` değerini sonraki denemelerde de koruyun.",
    },
    sendIt:
      "`Session-Expires` alt sınırınızın altındaysa `INVITE` veya `UPDATE` isteğine `Min-SE` ile gönderin. Vekil sunucu olarak yalnızca `Supported` içinde `timer` varsa gönderin: yoksa iki başlığı da kendiniz yükseltin. Asla 90 sn'den azını istemeyin.",
    causes: [
      {
        text: "Arayan tarafta, bir atlamanın alt sınırından kısa bir oturum süresi ayarlıdır.",
        evidence:
          "`INVITE` isteğindeki `Session-Expires`, 422'deki `Min-SE` değerinden küçüktür; ardından daha büyüğüyle ikinci bir `INVITE` gelebilir.",
      },
      {
        text: "İstemci 422'yi işleyememekte ve vazgeçmektedir.",
        evidence: "422 kendi `ACK` onayını alır, ikinci bir `INVITE` gelmez ya da eski `Session-Expires` ile gelir.",
      },
      {
        text: "Çağrı içindeki bir yenileme, baştakinden kısa süre ister ve oturum uzatılmaz.",
        evidence: "Re-`INVITE` veya `UPDATE` 422 alır, düzeltmesi gelmez ve eski süre dolunca `BYE` gelir.",
      },
    ],
    keywords: [
      "oturum süresi çok kısa",
      "oturum zamanlayıcısı",
      "min-se",
      "session-expires",
      "çağrı dakikalar sonra düşüyor",
      "rfc 4028",
      "session interval too small",
    ],
  },
  423: {
    gloss: "Süre çok kısa",
    says: "423, bir kayıt, abonelik veya yayın için istenen sürenin çok kısa olduğunu bildirir ve alt sınırı verir.",
    meaning:
      "Sunucu bir kayıt girdisini veya durumu bu kadar kısa süre için tutmaz. Geçerli saydığı en kısa süre `Min-Expires` içindedir. `REGISTER` ve `SUBSCRIBE` için yalnızca sıfırdan büyük ve bir saatten kısa bir süre geri çevrilebilir.",
    whenYouSeeIt:
      "NAT'ı açık tutmak için 30 sn'de bir kaydolacak şekilde ayarlanmış telefon, alt sınırı 60 sn veya daha fazla olan bir sunucuda. Asterisk bunu `minimum_expiration` için gönderir. Kamailio bunun yerine süreyi `min_expires` değerine yükseltir.",
    howToFix: {
      caller:
        "Telefonun kayıt süresini 3600 sn ya da sağlayıcının yazdığı değer yapın. NAT'ı kısa kayıtlarla değil, keepalive ayarıyla açık tutun.",
      operator:
        "İsteğin `Expires` değerini 423'ün `Min-Expires` değeriyle karşılaştırın. Mobil şebekelerdeki telefonlara gerekiyorsa alt sınırı düşürün ya da daha uzun süreler dağıtıp CRLF veya STUN keepalive kullanın.",
      developer:
        "İstekteki her süreyi, her `Contact` içindeki `expires` parametresini de, `Min-Expires` değerinin altında bırakmadan yineleyin. Daha yüksek `CSeq` kullanın ve değeri bir sonraki sefer için saklayın.",
    },
    sendIt:
      "Süresi alt sınırınızın altındaki `REGISTER`, `SUBSCRIBE` veya `PUBLISH` isteğine, her zaman `Min-Expires` ile gönderin. Sona erdiren `Expires: 0` için asla göndermeyin. Çok uzun bir süreyi 200'de kısaltabilirsiniz.",
    causes: [
      {
        text: "Telefon, NAT'ı açık tutmak için kısa aralıklarla kaydolmaktadır.",
        evidence: "`REGISTER` isteğinde `Expires` 30 veya 60'tır, 423'teki `Min-Expires` ise daha büyüktür.",
      },
      {
        text: "İstemci `Min-Expires` başlığını okumamakta ve aynı isteği yinelemektedir.",
        evidence: "Aynı `Expires` ile `REGISTER` üstüne `REGISTER` gelir, her birini 423 izler.",
      },
      {
        text: "İki süre değerinden yalnızca biri yükseltilmiştir.",
        evidence: "`Expires` başlığı yeterince büyüktür, `Contact` içindeki `expires` parametresi ise hâlâ küçüktür.",
      },
    ],
    keywords: [
      "süre çok kısa",
      "kayıt aralığı",
      "kayıt süresi",
      "min-expires",
      "keepalive",
      "kayıt olmuyor",
      "interval too brief",
    ],
  },
  424: {
    gloss: "Konum kullanılamıyor",
    says: "424, istekle gönderilen konumun yanlış ya da kullanılamaz olduğunu ve sunucunun bir konuma gerek duyduğunu bildirir.",
    meaning:
      "Sunucunun, arayanın nerede olduğunu bilmesi gerekir ve aldığını kullanamaz (RFC 6442). `Geolocation-Error` başlığının nedeni söylemesi zorunludur (MUST): 100 kullanılamıyor, 200 izin yok, 300 alınamıyor. Var olan bir diyalog sürer.",
    whenYouSeeIt:
      "Acil çağrılarda ve konuma dayalı çağrılarda. Bir acil durum ağı ya da kendi bilgisi olan bir vekil sunucu gönderir ve doğru bildiği konumu 424'ün gövdesine koyabilir.",
    howToFix: {
      caller:
        "Acil durumda adresinizi sözle söyleyin, beklemeyin. Acil değilse uygulamanın konumunuzu kullanmasına izin verip yeniden deneyin.",
      operator:
        "`Geolocation-Error` başlığını okuyun. Telefon veya switch portu için kayıtlı adresi acil servisin biçimiyle karşılaştırın ve sunucularının konum URI'nizi alıp alamadığına bakın.",
      developer:
        "Düzeltilmiş PIDF-LO ile, 424'te konum varsa onu devralarak yeniden gönderin. Kullanıcının izin verdiğinden fazlasını açığa vurmayın. Konumu kim eklediyse düzeltmesi gereken de odur.",
    },
    sendIt:
      "Konuma gerek duyuyorsanız ve istekteki `Geolocation` kullanabileceğiniz bir konum içermiyorsa `Geolocation-Error` ile gönderin. `Geolocation` içermeyen bir istek için asla göndermeyin. Sürdürebiliyorsanız çağrıyı kabul edip yalnızca hatayı ekleyin.",
    causes: [
      {
        text: "Konum belgesi bozuktur ya da hizmet için fazla az ayrıntı içerir.",
        evidence:
          "424'te `Geolocation-Error: 100`, `INVITE` gövdesinde ise sokağı veya koordinatı olmayan bir PIDF-LO.",
      },
      {
        text: "Konum URI'sinden veri alınamamaktadır.",
        evidence:
          "`Geolocation-Error: 300` gelir ve `Geolocation` içinde yalnızca gönderenin ağından ulaşılabilen bir `https:` URI'si vardır.",
      },
      {
        text: "İstek, konumuna göre yönlendirmeyi yasaklamaktadır.",
        evidence: "424'te `Geolocation-Error: 202`, istekte ise `Geolocation-Routing: no`.",
      },
    ],
    keywords: [
      "hatalı konum bilgisi",
      "konum",
      "acil çağrı",
      "geolocation",
      "pidf-lo",
      "e911",
      "bad location information",
    ],
  },
  425: {
    gloss: "Uyarı mesajı kullanılamıyor",
    says: "425, bir algılayıcının veya cihazın gönderdiği uyarının, hiçbir acil müdahaleye karar verilemeyecek kadar bozuk olduğunu bildirir.",
    meaning:
      "Bir acil servis ya da yoldaki bir sunucu, istekteki uyarı belgesini (CAP) kullanamaz ve içindeki başka hiçbir şey de işe yaramaz (RFC 8876). `AlertMsg-Error` başlığının neyin yanlış olduğunu söylemesi zorunludur (MUST). Var olan bir diyalog sürer.",
    whenYouSeeIt:
      "Bir insan aramadan acil servise `MESSAGE` gönderen alarm cihazlarında: hırsız ve yangın alarmları, çarpışma algılayıcıları. Yeni nesil acil durum ağlarının dışında görülmez.",
    howToFix: {
      caller: "Durum acilse acil numarayı sesli olarak arayın, sonra alarm cihazını kuran kişiye denetletin.",
      operator:
        "`AlertMsg-Error` başlığını okuyun: 100 ile 103 arası; işlenemeyen, bulunmayan, az şey söyleyen veya bozulmuş uyarıyı ayırt eder. Cihazı bir sınama servisine karşı deneyin.",
      developer:
        "CAP belgesini göndermeden önce şemasına göre doğrulayın ve `purpose=EmergencyCallData.cap` içeren `Call-Info` başlığının onun `Content-ID` değerini gösterdiğinden emin olun. Düzeltip yeniden gönderin, asla aynısını göndermeyin.",
    },
    sendIt:
      "Yalnızca uyarı kullanılamıyorsa ve istekte harekete geçilecek başka bir şey yoksa `AlertMsg-Error` ile gönderin. Uyarısı olmayan bir istek için asla göndermeyin. Sürdürebiliyorsanız kabul edin ve 200'e `AlertMsg-Error` ekleyin.",
    causes: [
      {
        text: "CAP belgesi bozulmuştur ya da şemasına aykırıdır.",
        evidence:
          "425'te `AlertMsg-Error: 103` vardır; gövdenin XML'i erken biter ya da CAP'in şart koştuğu öğeleri içermez.",
      },
      {
        text: "`Call-Info`, istekte bulunmayan bir gövde parçasını göstermektedir.",
        evidence:
          "`AlertMsg-Error: 101` gelir ve `Call-Info` içindeki `cid:` URI'si, uyarının `Content-ID` değerinden farklıdır.",
      },
    ],
    keywords: [
      "hatalı uyarı mesajı",
      "cap uyarısı",
      "acil durum uyarısı",
      "algılayıcı",
      "alarm cihazı",
      "alertmsg-error",
      "bad alert message",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
