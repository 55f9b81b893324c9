import type { CodeTexts } from "../texts.ts";

/** Request failures 400 to 409. */
export const codes40x = {
  400: {
    gloss: "İstek bozuk",
    says: "400, söz dizimi yanlış ya da bir parçası eksik olduğu için sunucunun isteği anlayamadığını bildirir.",
    meaning:
      "Gönderen sunucu isteği bozuk bulmuştur. Gerekçe ifadesi, `Missing Call-ID header field` örneğindeki gibi kusuru adıyla söylemelidir. Bilinmeyen bir 4xx de 400 sayıldığından bazı sistemler onu daha iyi bir kod bulamadıkları için gönderir.",
    whenYouSeeIt:
      "Yazılım güncellemesinden sonra, SIP ALG'li bir yönlendirici üzerinden ya da başlıklarını kendi yazan bir yazılımda. Kamailio'nun sanity modülü 400 verir ve neyi denetlediğini gerekçe ifadesine yazar.",
    howToFix: {
      caller:
        "Yeniden aramak bir şey değiştirmez. Numarayı ve saati not edin, yönlendiricideki SIP ALG'yi kapatın ve telefonu güncelleyin.",
      operator:
        "400'ü gönderen sunucuyu bulun ve isteğin çıktığı haliyle vardığı halini karşılaştırın. Yolda değişen şey bir SIP ALG'yi, bir SBC kuralını veya bir arama planını gösterir.",
      developer:
        "Gerekçe ifadesini okuyun, isteği düzeltin ve daha yüksek `CSeq` ile yeni bir işlem olarak gönderin. Sunucuysanız hangi başlığın yanlış olduğunu gerekçe ifadesinde söyleyin.",
    },
    sendIt:
      "İstek söz dizimine aykırıysa ya da zorunlu bir başlığı eksikse gönderin ve kusuru söyleyin. Bilinmeyen uzantı için 420, URI şeması için 416, gövde türü için 415, uymayan SDP için 488 gönderin.",
    causes: [
      {
        text: "Yönlendiricideki bir SIP ALG adresleri değiştirmiş, geride yanlış bir uzunluk veya bozuk bir başlık bırakmıştır.",
        evidence: "`Content-Length` gelen gövdeye uymaz ya da `Via` ve `Contact` telefonun gönderdiğinden farklıdır.",
      },
      {
        text: "Görünen adda veya kullanıcı kısmında, tırnak veya kaçış gerektiren karakterler vardır.",
        evidence:
          "`From` başlığında veya Request-URI'de tırnak dışında ve yüzde işareti olmadan bir virgül, bir boşluk ya da ü gibi bir harf vardır.",
      },
      {
        text: "Zorunlu bir başlık eksiktir ya da iki başlık birbiriyle çelişir.",
        evidence: "`Call-ID` veya bir `tag` yoktur ya da `CSeq` içindeki yöntem ilk satırdaki yöntem değildir.",
      },
      {
        text: "İstek yolda kesilmiştir.",
        evidence:
          "`INVITE` 1300 bayttan büyük bir UDP paketi olarak çıkmış, gelen parça bir satırın ortasında bitmiştir.",
      },
    ],
    keywords: ["hatalı istek", "bozuk istek", "söz dizimi hatası", "sip alg", "eksik başlık", "bad request"],
  },
  401: {
    gloss: "Oturum açın: sunucu kimlik bilgisi istiyor",
    says: "401, sunucunun, isteği kimin gönderdiğini bilmek istediğini bildirir: istek geçerli kullanıcı adı ve parolayla yeniden gönderilmelidir.",
    meaning:
      "Bir kayıt sunucusu veya UAS, istek için kimlik sorgusu yapar. `WWW-Authenticate` içinde realm ve nonce vardır; istemci yanıtını bunlardan hesaplar. İlk 401, oturum açmanın olağan başlangıcıdır. Yalnızca kimlik bilgilerinden sonra gelen 401 arızadır.",
    whenYouSeeIt:
      "Hemen her `REGISTER` isteğinin başında. Asterisk vekil sunucu değil UAS olduğundan `INVITE` için de 401 ile sorgular. Kimlik bilgileri yanlışsa 401 durmadan yeniden gelir.",
    howToFix: {
      caller:
        "Kullanıcı adını, parolayı ve telefonda varsa ayrı kimlik doğrulama adı alanını denetleyin. Sağlayıcılar çoğu zaman web portalınınkinden farklı bir SIP parolası verir.",
      operator:
        "İkinci istekte `Authorization` olup olmadığına bakın. Varsa: parola, kullanıcı adı veya realm yanlıştır. Yoksa: telefonda bu realm için kimlik bilgisi yoktur ya da algoritmayı bilmiyordur.",
      developer:
        "Yeni bir `CSeq`, aynı `Call-ID` ve o realm için `Authorization` ile yanıt verin. Yeni sorguda `stale=true` yoksa reddedilen kimlik bilgilerini yeniden göndermeyin.",
    },
    sendIt:
      "Geçerli kimlik bilgisi olmayan bir isteğe kayıt sunucusu veya UAS olarak gönderin. Vekil sunucular 407 gönderir. Kimlik bilgileri doğru ama eylem izinli değilse 403 gönderin. Tek algoritma sunun: bazı telefonlar iki sorguda takılır.",
    causes: [
      {
        text: "Parola veya kullanıcı adı yanlıştır.",
        evidence:
          "İkinci istekte doğru realm ve nonce ile `Authorization` vardır, karşılığında yeni nonce'lu ve `stale=true` içermeyen bir 401 gelir.",
      },
      {
        text: "Telefonda bu realm için kimlik bilgisi yoktur ya da algoritmayı kullanamıyordur.",
        evidence:
          "401'de `algorithm=SHA-256` ya da iki sorgu vardır ve ardından `Authorization` taşıyan ikinci bir istek gelmez.",
      },
      {
        text: "Asterisk, arayan için uç nokta bulamaz ve reddetmek yerine kimlik sorar.",
        evidence: "Her parolaya 401 gelir ve Asterisk logunda o adres için “No matching endpoint found” yazar.",
      },
      {
        text: "Nonce eskimiştir ya da isteği alan sunucu onu bilmiyordur.",
        evidence:
          "Yeni sorguda `stale=true` vardır ya da iki istek, kümenin nonce paylaşmayan farklı sunucularına gitmiştir.",
      },
    ],
    keywords: [
      "yetkisiz",
      "yanlış parola",
      "yanlış şifre",
      "kayıt olmuyor",
      "kimlik doğrulama hatası",
      "oturum açma",
      "digest",
      "401 döngüsü",
      "unauthorized",
    ],
  },
  402: {
    gloss: "Ödeme gerekli",
    says: "402, çağrının ödeme gerektirdiğini bildirir; RFC 3261 bu kodu yalnızca ayrılmış tutar, sağlayıcılar ise bakiyesi biten hesaplar için kullanır.",
    meaning:
      "RFC 3261 kodu ileride kullanılmak üzere ayrılmış olarak listeler ve ona bir davranış vermez. Gönderen kendi kuralına uyar. Sahada anlamı adının söylediğidir: hesap bu çağrıyı karşılayamaz.",
    whenYouSeeIt:
      "Ön ödemeli bir sağlayıcı üzerinden bakiye bittikten sonra ya da kalan bakiyeden pahalı bir hedefe yapılan çağrılarda. Aynı durumda birçok sağlayıcı 403 veya 503 gönderir.",
    howToFix: {
      caller:
        "Hesabınızın bakiyesine bakıp yükleme yapın, sonra yeniden arayın. Bakiye varsa kodun orada ne anlama geldiğini sağlayıcıya sorun.",
      operator:
        "Bir trunk'tan gelen 402 için alarm kurun: genellikle bütün dış aramaları birden etkiler. Hesap dolana kadar ikinci bir operatörden yönlendirin ve bakiyeyi operatörün arayüzünden izleyin.",
      developer:
        "400 gibi ele alın, ödemeyle ilgili bir mesaj gösterin ve kendiliğinizden yeniden denemeyin. Asterisk ve FreeSWITCH onu başka bir kod olarak geçirir; bu yüzden trunk tarafında okuyun.",
    },
    sendIt:
      "Kaçının, çünkü hiçbir RFC alıcının ne yapacağını söylemez. `Insufficient Credit` gibi bir gerekçe ifadesiyle 403 gönderin ya da 402'yi, anlamını belgelerinizden bilen müşterilere saklayın.",
    causes: [
      {
        text: "Hesabın veya bayinin ön ödemeli bakiyesi tükenmiştir.",
        evidence: "402, kimlik doğrulamanın hemen ardından, ücretli her hedef için sağlayıcının adresinden gelir.",
      },
      {
        text: "Bakiye, bu hedefe ilk dakikayı karşılamamaktadır.",
        evidence: "Pahalı hedefin 402 aldığı dakikada ucuz hedeflere yapılan çağrılar başarılı olur.",
      },
    ],
    keywords: ["ödeme gerekli", "bakiye yetersiz", "kontör bitti", "ön ödemeli", "bakiye yükleme", "payment required"],
  },
  403: {
    gloss: "Anlaşıldı, izin verilmiyor",
    says: "403, sunucunun isteği anlayıp reddettiğini bildirir; kimlik bilgisi işe yaramaz, bu yüzden istek yinelenmemelidir.",
    meaning:
      "Yoldaki bir sunucu ya da karşı uç bu isteğe izin vermez. RFC 3261, yetkilendirmenin işe yaramayacağını ekler. Aranana sorulup sorulmadığı belirsizdir: çoğunlukla daha telefon çalmadan bir politika karar vermiştir.",
    whenYouSeeIt:
      "Trunk'ın arayan kimliği, hedef veya kaynak adres yüzünden geri çevirdiği dış aramalarda. Engelli hesapla yapılan `REGISTER` isteklerinde. FreeSWITCH ve birçok sağlayıcı yanlış parolaya 403 verir.",
    howToFix: {
      caller:
        "Hattınızın bu numarayı arayıp arayamadığını sağlayıcınıza veya yöneticinize sorun. Üst üste denemeyin: yinelenen 403'ler bir adresin engellenmesine yol açabilir.",
      operator:
        "`From` ve `P-Asserted-Identity` başlıklarını trunk numaralarıyla, kaynak IP'yi erişim listesiyle, hedefi arama yasaklarıyla karşılaştırın. Nedeni sağlayıcının logundadır.",
      developer:
        "İsteği yinelemeyin ve kendiliğinizden yeni bir oturum açma başlatmayın. Gerekçe ifadesini gösterin. B2BUA'da trunk'ın 403'ü ile 401, 407 veya 603'ten üretilmiş 403'ü ayrı tutun.",
    },
    sendIt:
      "Kim yinelerse yinelesin politikanız isteği reddediyorsa gönderin. Kimlik bilgisi işe yarayabilirse 401 veya 407, kullanıcının varlığını gizlemek için 404, ortada politika yokken aranan reddediyorsa 603 gönderin.",
    causes: [
      {
        text: "Trunk, arayan kimliğini kabul etmemektedir.",
        evidence:
          "403, bir saniye içinde, hiç 180 olmadan gelir ve aynı çağrı `From` içinde trunk numaralarından biriyle başarılı olur.",
      },
      {
        text: "Kaynak adres, sunucunun erişim listesinde değildir.",
        evidence:
          "Daha ilk isteğe, kimlik sorgusu olmadan 403 gelir ve 403'ün `Via` başlığındaki `received` adresi listedeki adres değildir.",
      },
      {
        text: "Hedef yasaktır: uluslararası, özel ücretli ya da tarife dışı.",
        evidence: "Kimlik doğrulama başarılıdır, yurt içi çağrılar geçer ve o öneke yapılan her çağrı 403 alır.",
      },
      {
        text: "Kayıt reddedilmiştir: hesap engelli, parola yanlış ya da kayıt girdisi çok fazla.",
        evidence:
          "403, `Authorization` taşıyan bir `REGISTER` isteğine yanıttır. Neden buysa Asterisk, `max_contacts` sınırına ulaşıldığını loga yazar.",
      },
    ],
    keywords: [
      "yasak",
      "dış arama yapılamıyor",
      "çağrı engellendi",
      "arayan kimliği reddedildi",
      "ip izinli değil",
      "uluslararası arama kapalı",
      "kayıt reddedildi",
      "forbidden",
    ],
  },
  404: {
    gloss: "Bu alan adında böyle bir kullanıcı yok",
    says: "404, kullanıcının sorulan alan adında bulunmadığını ya da bu sunucunun o alan adına hizmet vermediğini bildirir.",
    meaning:
      "Sunucunun kesin bilgisi vardır: Request-URI'deki kullanıcı o alan adında yoktur. Diğer alan adları hakkında hüküm verilmez, onu 604 yapar. Telefonu çevrimdışı olan bilinen kullanıcı bunun yerine 480 almalıdır.",
    whenYouSeeIt:
      "Yanlış yazılmış bir numara, arama planında kuralı olmayan bir numara, silinmiş bir dahili. Varsayılan yapılandırmalı Kamailio, kullanıcı var ama telefonu kayıtlı değilken de 404 verir.",
    howToFix: {
      caller:
        "Numarayı ve önekini denetleyin, + ve ülke koduyla uluslararası biçimde arayın. Daha önce çalışıyorduysa numaranın değişip değişmediğini aranana sorun.",
      operator:
        "Gelen Request-URI'ye bakın: kullanıcı kısmı, önek ve alan adı. Asterisk'te uç noktanın context'ine, Kamailio'da telefonun kaydı olup olmadığına bakın.",
      developer:
        "`Retry-After` öyle demiyorsa aynı URI ile yeniden denemeyin. Diyalog içinde 404, diyaloğu ve onu kullanan her şeyi bitirir. Hatada denediğiniz adresi yazın.",
    },
    sendIt:
      "Alan adınızda böyle bir kullanıcı yoksa ya da o alan adına hizmet vermiyorsanız gönderin. Kaydı olmayan bilinen kullanıcı için 480, kalıcı olarak ayrılmışsa 410, çok kısa numara için 484 gönderin; 604'ü neredeyse hiç göndermeyin.",
    causes: [
      {
        text: "Numara, sunucunun tanımadığı bir biçimde aranmıştır.",
        evidence:
          "Request-URI'de arama planının veya trunk'ın başka bir biçim beklediği yerde 00, 0 veya + ile başlayan bir numara vardır. 404, milisaniyeler içinde gelir.",
      },
      {
        text: "Kullanıcının telefonu kayıtlı değildir ve sunucu 480 yerine 404 vermektedir.",
        evidence:
          "Arananın `REGISTER` isteklerinden hiçbiri `Expires` süresinin kapsadığı zamanda 200 almamıştır. 404, bir telefondan değil, kayıt sunucusundan gelir.",
      },
      {
        text: "Çağrı yanlış context'e, kiracıya veya alan adına ulaşmaktadır.",
        evidence:
          "Kullanıcı kısmı doğrudur; ana makine kısmı bir IP adresi ya da sunucunun listelemediği bir alan adıdır ve diğer arayanlar kullanıcıya ulaşır.",
      },
      {
        text: "Numara telefon şebekesinde tahsis edilmemiştir.",
        evidence:
          "404, bir ağ geçidinden, çoğu zaman anonslu bir 183'ten sonra gelir ve `Reason: Q.850;cause=1` taşır.",
      },
    ],
    keywords: [
      "bulunamadı",
      "bilinmeyen kullanıcı",
      "yanlış numara",
      "numara yok",
      "tahsis edilmemiş numara",
      "rota yok",
      "dahili bulunamadı",
      "not found",
    ],
  },
  405: {
    gloss: "Yöntem biliniyor, burada izinli değil",
    says: "405, sunucunun isteğin yöntemini bildiğini ama bu adres için izin vermediğini bildirir.",
    meaning:
      "İlk satırdaki yöntem tanınır ama Request-URI'deki adreste desteklenmez. Yanıtın, desteklenen yöntemleri sıralayan `Allow` başlığını taşıması zorunludur (MUST). Diyalog içinde 405 kullanımı bitirir; `INFO` olmadan da yürüyen bir çağrı gibi kullanım o istek olmadan yapabiliyorsa bitirmez.",
    whenYouSeeIt:
      "Kayıt sunucusu olmayan bir sunucuya gönderilen `REGISTER`, bir ağ geçidinde durum bilgisi veya mesaj bekliyor için `SUBSCRIBE`, yalnızca çağrı sunan bir sağlayıcıya `PUBLISH` veya `MESSAGE`.",
    howToFix: {
      caller:
        "Çağrılar çalışıyorsa durum bilgisi veya metin mesajı gibi bir özellikten başka kayıp yoktur. Hata bildiriyorsa o özelliği telefonda kapatın.",
      operator:
        "Hangi yöntemin hangi adres için reddedildiğini görün ve `Allow` başlığını okuyun. `REGISTER` isteğini kayıt sunucusuna yöneltin; durum bilgisini ve MWI özelliğini bunları sunmayan trunk'larda kapatın.",
      developer:
        "`Allow` başlığını okuyun ve bu adreste o yöntem olmadan yapın. İçindeki bir `OPTIONS` veya `INFO` 405 aldı diye çağrıyı bitirmeyin: RFC 5057 bunu işlemle sınırlar.",
    },
    sendIt:
      "Yöntemi bilip burada izin vermiyorsanız UAS veya kayıt sunucusu olarak, her zaman `Allow` ile gönderin. Yöntemi hiç bilmiyorsanız 501 gönderin. Vekil sunucu bilmediği yöntemleri iletir.",
    causes: [
      {
        text: "İstek yanlış sunucuya gitmiştir: kayıt sunucusu yerine bir vekil sunucu, ağ geçidi veya trunk.",
        evidence:
          "405'in `Allow` başlığında `INVITE` ve `BYE` vardır ama gönderilen `REGISTER` veya `SUBSCRIBE` yoktur.",
      },
      {
        text: "Özellik kapalıdır ya da modülü yüklü değildir.",
        evidence: "Aynı yöntem aynı ürünün başka bir sunucusunda başarılı olur, `Allow` ise burada daha kısadır.",
      },
      {
        text: "Bir keepalive, sağlayıcının izin vermediği bir yöntem kullanmaktadır.",
        evidence: "Her 30 ila 60 sn'de bir `OPTIONS` veya `INFO` 405 alır, o arada çağrılar geçer.",
      },
    ],
    keywords: [
      "yönteme izin yok",
      "allow başlığı",
      "register reddedildi",
      "abonelik reddedildi",
      "desteklenmeyen yöntem",
      "method not allowed",
    ],
  },
  406: {
    gloss: "Arayanın kabul ettiği içerik yok",
    says: "406, aranan tarafın yalnızca isteğin kabul etmediği bir içerikle yanıt verebileceğini bildirir.",
    meaning:
      "Yanıtın ya da gelecek bir `NOTIFY` isteğinin, isteğin `Accept` başlığında bulunmayan bir içerik türü taşıması gerekirdi. Konu teklif edilen codec'ler değil, yanıttır: codec'ler için 488 ve 606 vardır.",
    whenYouSeeIt:
      "`Accept` başlığı bildiricinin yazabildiği hiçbir biçimi içermeyen bir `SUBSCRIBE` ya da `Accept` başlığında `application/sdp` olmayan bir `INVITE`. Bazı ağ geçitleri uyuşmayan codec'ler için 406 gönderir.",
    howToFix: {
      caller:
        "Yalnızca bildirebilirsiniz. Çağrılar çalışırken durum bilgisi veya meşgul lambaları çalışmıyorsa yöneticiye telefonun modelini söyleyin.",
      operator:
        "İstekteki `Accept` başlığını sunucunun yazdığıyla karşılaştırın. `INVITE` için gelen 406'da SDP'deki codec'leri trunk'ta izinli olanlarla karşılaştırın, çünkü birçok ağ geçidi 488 demek ister.",
      developer:
        "Karşı tarafın yazdığı türü `Accept` başlığına ekleyip yeniden gönderin ya da `SUBSCRIBE` içinde `Accept` koymayın ki olay paketinin varsayılanı geçerli olsun.",
    },
    sendIt:
      "`Accept`, yanıt verebileceğiniz her şeyi dışlıyorsa gönderin. Teklif edilen medya bu telefona uymuyorsa 488, isteğin gövdesi okuyamadığınız türdeyse 415 gönderin.",
    causes: [
      {
        text: "Abone, yalnızca bildiricide olmayan bir biçimi kabul etmektedir.",
        evidence:
          "`SUBSCRIBE` isteğinde `application/xpidf+xml` gibi bir `Accept` vardır, bildirici ise başkalarına `application/pidf+xml` yazar.",
      },
      {
        text: "Ağ geçidi 488'in yerine 406 kullanmaktadır: ortak codec yoktur.",
        evidence:
          "406, `m=` satırında trunk'ın istediği codec bulunmayan bir `INVITE` isteğine yanıttır; G.711 eklenince geçer.",
      },
    ],
    keywords: [
      "kabul edilemez",
      "accept başlığı",
      "codec uyuşmazlığı",
      "durum bilgisi biçimi",
      "abonelik başarısız",
      "not acceptable",
    ],
  },
  407: {
    gloss: "Bir vekil sunucu kimlik bilgisi istiyor",
    says: "407, yoldaki bir vekil sunucunun isteği iletmeden önce kimlik bilgisi istediğini bildirir; aranana henüz sorulmamıştır.",
    meaning:
      "Bir vekil sunucu, `Proxy-Authenticate` ile kimlik sorgular. İstemci kimliğini o vekil sunucuya kanıtlamak ve isteği yeniden göndermek zorundadır. Çağrının başında bir 407 olağandır, yalnızca kimlik bilgilerinden sonra gelen 407 arızadır.",
    whenYouSeeIt:
      "Bir sağlayıcının vekil sunucusu üzerinden giden ilk `INVITE` sonrasında. FreeSWITCH de `INVITE` için 407 ile sorgular. Yoldaki iki vekil sunucunun her biri sorabilir; bu da farklı realm'ler için iki 407 getirir.",
    howToFix: {
      caller:
        "Her çağrı burada bitiyorsa kullanıcı adını, kimlik doğrulama adını ve parolayı denetleyin. Parola gerektirmediğinden gelen çağrılar buna karşın çalışabilir.",
      operator:
        "İkinci `INVITE` isteğinde `Proxy-Authorization` var mı ve hangi realm için, ona bakın. Asterisk'te trunk'ın `outbound_auth` ayarını denetleyin. B2BUA arkasında trunk'ın 407'si 403 veya 603 olarak görünür.",
      developer:
        "`ACK` gönderin, sonra daha yüksek `CSeq` ve sorulan her realm için `Proxy-Authorization` ile yeni bir `INVITE` gönderin. `ACK` veya `CANCEL` için asla kimlik sorgulamayın. `stale=true` olmadan reddedilirse durun.",
    },
    sendIt:
      "Kendi kullanıcılarınızın geçerli kimlik bilgisi olmayan isteği için vekil sunucu olarak gönderin. Kayıt sunucuları ve UAS'ler 401 gönderir. Kim olduğunu biliyor ama çağrıya izin vermiyorsanız 403 gönderin. Bütün dalların sorgularını toplayın.",
    causes: [
      {
        text: "Giden trunk'ın parolası veya kimlik doğrulama adı yanlıştır.",
        evidence:
          "İkinci `INVITE` isteğinde `Proxy-Authorization` vardır; karşılığında yeni nonce'lu ve `stale=true` içermeyen bir 407 gelir.",
      },
      {
        text: "PBX'te vekil sunucunun realm'i için kimlik bilgisi yoktur.",
        evidence:
          "407 kendi `ACK` onayını alır ve ikinci `INVITE` gelmez. Realm, trunk'ın yapılandırıldığı alan adı değildir.",
      },
      {
        text: "Realm veya kullanıcı adını yolda bir SBC değiştirmektedir.",
        evidence:
          "`Proxy-Authorization` içindeki `username`, hesap değil arayan kimliğidir ya da realm sorgudakinden farklıdır.",
      },
    ],
    keywords: [
      "vekil sunucu kimlik doğrulaması",
      "dış arama yapılamıyor",
      "parola",
      "trunk kimlik doğrulama",
      "proxy authentication required",
      "proxy-authorization",
      "407 döngüsü",
    ],
  },
  408: {
    gloss: "Süresinde yanıt yok",
    says: "408, süresinde yanıt gelmediğini bildirir: ya yolda hiçbir şey yanıt vermemiştir ya da telefon, bir vekil sunucu vazgeçene kadar çalmıştır.",
    meaning:
      "Bir sunucu yeterince çabuk yanıt alamamıştır. Aranan adına değil, yol adına konuşur. Birçok 408 ağa hiç çıkmamıştır: Timer B'si veya F'si dolan UAC bunu aldığı bir 408 gibi ele alır.",
    whenYouSeeIt:
      "Telefon ağını yitirmiş ama kaydı henüz dolmamıştır, bir güvenlik duvarı paketleri atıyordur ya da vekil sunucunun çalma sınırı dolmuştur. 32 sn sonraysa Timer B, 3 dakika veya daha sonraysa Timer C'dir.",
    howToFix: {
      caller:
        "Yeniden arayın: 408 buna her zaman izin verir. Her çağrı böyle bitiyorsa kendi ağınızı denetleyin, çünkü telefon hiçbir sunucudan haber almadan da 408 gösterebilir.",
      operator:
        "Yanıt almayan son atlamayı bulup orada paket yakalayın. NAT eşlemelerine, güvenlik duvarına ve güncelliğini yitirmiş kayıtlara bakın. Kamailio herhangi bir yanıtı `fr_timer`, nihai yanıtı `fr_inv_timer` süresince bekler.",
      developer:
        "Kendi zaman aşımınızı, başkasının `Via` ve `To` etiketini taşıyan 408'den ayırın. DNS yanıtındaki sonraki adresi deneyin. `INVITE` dışında bir yönteme asla 408 göndermeyin (RFC 4320).",
    },
    sendIt:
      "Bir dal sessiz kaldıysa ya da çok uzun çaldıysa ve daha iyisi gelmediyse `INVITE` isteğine gönderin. Süresi dolan diğer yöntemlere nihai yanıt göndermeyin. Telefonun çevrimdışı olduğunu biliyorsanız 480 gönderin.",
    causes: [
      {
        text: "Telefonun kaydı hâlâ durmakta, telefona ise orada artık ulaşılamamaktadır.",
        evidence:
          "Kayıtlı `Contact` adresine giden `INVITE` 0,5; 1,5; 3,5; 7,5; 15,5 ve 31,5 sn'de yinelenir ve hiçbir şey dönmez.",
      },
      {
        text: "NAT veya bir güvenlik duvarı isteği ya da yanıtlarını atmaktadır.",
        evidence:
          "Telefonda alınan paket kaydı `INVITE` isteğini ve ona verilen 180'i gösterir, sunucuda alınan kayıt 180'i göstermez.",
      },
      {
        text: "Kimse cevaplamaz ve bir vekil sunucunun çalma sınırına ulaşılır.",
        evidence:
          "180, erken gelmiştir. 120 sn gibi yuvarlak bir süreden sonra vekil sunucu telefona `CANCEL`, arayana 408 gönderir.",
      },
      {
        text: "`INVITE`, UDP için çok büyüktür ve parçaları kaybolmaktadır.",
        evidence: "1300 bayttan büyük istekler hiç yanıt almaz, aynı adrese giden `OPTIONS` ise 200'ünü alır.",
      },
    ],
    keywords: [
      "zaman aşımı",
      "yanıt yok",
      "çağrı zaman aşımı",
      "32 saniye",
      "hiç çalmıyor",
      "cevap yok",
      "request timeout",
      "timer b",
    ],
  },
  409: {
    gloss: "Çatışma, artık kullanılmayan bir kod",
    says: "409, eski RFC 2543'ün başka bir kayıtla çatışan kayıt için kullandığı koddur; bugün yerini 400 veya 403 alır.",
    meaning:
      "RFC 2543'te, `action` parametresi var olan kayıtlarla çelişen bir `REGISTER` içindi. RFC 3261 parametreyi de kodu da kaldırdı, IANA da onu listelemez. Onu bilmeyen istemci 400 sayar.",
    whenYouSeeIt:
      "Çok eski kayıt sunucuları ve telefonlarda, bir de kendi hataları için kodu HTTP'den ödünç alan ürünlerde. Alıcı, 4xx sınıfından başka hiçbir şeye güvenemez.",
    howToFix: {
      caller:
        "Telefonu yeniden başlatın ki baştan kaydolsun. Sürerse ilk aranacak şey aynı hesabı kullanan ikinci bir telefondur.",
      operator:
        "Sunucunun üreticisine kendi 409'unun ne anlama geldiğini sorun ve sunucuyu güncelleyin. Kullanıcının kayıt girdilerini sıralayın, artık olmayan cihazlarınkini silin, sonra telefonu yeniden kaydettirin.",
      developer:
        "400 gibi ele alın: düzeltin, döngüye girmeyin. `Contact` içinden `action` parametresini çıkarın. Sunucuda, neyin yanlış olduğunu söyleyen bir RFC 3261 koduyla değiştirin.",
    },
    sendIt:
      "Göndermeyin. Kendisiyle çelişen bir `REGISTER` için 400, kullanıcı bu girdiyi ekleyemiyorsa 403, diyalogda sırası bozuk bir `CSeq` için 500, bir oturumun iki değişikliği çakışıyorsa 491 gönderin.",
    causes: [
      {
        text: "RFC 2543 döneminden bir istemci `action` parametresiyle kaydolmaktadır.",
        evidence:
          "`REGISTER` isteğinin `Contact` başlığında `action=proxy` veya `action=redirect` vardır ve kullanıcının başka bir girdisi öteki değeri taşır.",
      },
      {
        text: "Sunucu 409'u, hesap başına tek cihaz gibi kendi kuralı için kullanmaktadır.",
        evidence: "Öteki girdi silinir silinmez 409 kesilir; gerekçe ifadesi veya bir `Warning` kuralı söyler.",
      },
    ],
    keywords: ["çatışma", "rfc 2543", "eski kod", "kayıt çatışması", "çift kayıt", "conflict"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
