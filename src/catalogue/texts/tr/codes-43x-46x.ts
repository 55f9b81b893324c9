import type { CodeTexts } from "../texts.ts";

export const codes43x46x = {
  428: {
    gloss: "Önce arayanın kimliğini imzalayın",
    says: "428, aranan ağın bu çağrıyı yalnızca imzalı bir `Identity` başlığıyla kabul ettiğini ve başlığın eksik olduğunu bildirir.",
    meaning:
      "Aranan ağdaki veya telefondaki bir doğrulama servisi (RFC 8224), arayanın numarası üzerinde imza ister ve kullanabileceği bir `Identity` başlığı bulamamıştır. Arayanın yalan söylediğini bildirmez: denetlenecek bir şey yoktu. Aynı çağrı imzayla geçebilir.",
    whenYouSeeIt:
      "Bir çağrı STIR/SHAKEN ağına imzasız girer: sağlayıcı imzalamıyordur, bir atlama başlığı silmiştir ya da yol bir TDM trunk'ından geçmiştir. Birçok ağ böyle çağrıları geçirir, yalnızca doğrulanmamış diye işaretler.",
    howToFix: {
      caller:
        "Sağlayıcınıza çağrılarınızı imzalayıp imzalamadığını sorun. Sağlayıcının size tahsis ettiği bir numaradan arayın.",
      operator:
        "Ağınızın içindeki son atlamada `Identity` arayın. Bu trunk için imzalamayı açın, SBC'niz başlığı geçirsin; istekleri UDP için fazla uzatıyorsa TCP veya TLS kullanın.",
      developer:
        "İsteği, desteklenen bir `ppt` taşıyan `Identity` başlığıyla en fazla bir kez yeniden gönderin. İmzayı kural olarak telefon değil, doğru sertifikası olan bir kimlik doğrulama servisi atar.",
    },
    sendIt:
      "Politikanız imza istiyorsa ve `ppt` içermeyen ya da desteklenenini içeren bir `Identity` başlığı gelmediyse gönderin. Gelen bozuksa 438, sertifikası alınamıyorsa 436 gönderin.",
    causes: [
      {
        text: "Arayanın sağlayıcısı çağrıları imzalamamaktadır.",
        evidence: "`INVITE`, her numarada sağlayıcının SBC'sinden `Identity` başlığı olmadan çıkar.",
      },
      {
        text: "Yoldaki bir atlama başlığı silmiştir.",
        evidence: "İlk atlamada `Identity` görünür, 428'den önceki son atlamada görünmez.",
      },
      {
        text: "Doğrulayıcı, imzanın `ppt` değerini desteklememektedir.",
        evidence: "`Identity` yalnızca `div` gibi bir `ppt` ile vardır, `shaken` taşıyan ikincisi yoktur.",
      },
    ],
    keywords: [
      "kimlik başlığı gerekli",
      "stir/shaken",
      "imzasız çağrı",
      "arayan kimliği imzası",
      "use identity header",
      "passport",
      "attestation",
    ],
  },
  429: {
    gloss: "Bu çağrıyı kimin aktardığını kanıtlayın",
    says: "429, bu aktarmayı kimin istediğini kanıtlayan imzalı bir `Referred-By` belirteci istendiğini bildirir.",
    meaning:
      "Çağrı bir aktarmadan gelir ve hedef, onu kimin gönderdiğine dair kanıt ister. `Referred-By` başlığında geçerli imzalı belirteç yoktur (RFC 3892). Aktarılan, 429'u bir `NOTIFY` içinde aktarana geri iletir. Aktarılan, `REFER` isteğinin kendisine de bununla yanıt verebilir.",
    whenYouSeeIt:
      "Güvenceye alınmış bir aktarma hedefi, düz `Referred-By` taşıyan çağrıyı geri çevirir. Nadirdir: belirteç, az telefonun desteklediği S/MIME'a dayanır; bu yüzden hedeflerin çoğu başlığı kanıtsız kabul eder ya da yok sayar.",
    howToFix: {
      caller: "Aktarılmak yerine hedefi doğrudan arayın: doğrudan çağrıda kanıtlanacak bir `Referred-By` yoktur.",
      operator:
        "Belirteci hangi bileşenin istediğini bulun. Çoğu ağda daha iyi yol, `Referred-By` başlığına yalnızca kendi PBX'inizden geliyorsa güvenmek ve onu sınırda silmektir.",
      developer:
        "Aktaran olarak geçerli belirteçli yeni bir `REFER` gönderin. Aktarılan olarak `Referred-By` başlığını ve belirteci değiştirmeden kopyalayın, 429'u `message/sipfrag` içeren `NOTIFY` ile bildirin.",
    },
    sendIt:
      "Geçerli bir `Referred-By` belirteci istediğiniz ve belirtecin eksik, eskimiş veya geçersiz olduğu, aktarmadan gelen bir isteğe gönderin. Arayan tarafın kendi imzası için 428 gönderin.",
    causes: [
      {
        text: "Aktaranın telefonu belirteç imzalayamamaktadır.",
        evidence:
          "`REFER` isteğinde `cid` parametresi olmayan bir `Referred-By` vardır ve imzalı gövde parçası yoktur.",
      },
      {
        text: "Aktarılan ya da bir B2BUA belirteci düşürmüştür.",
        evidence: "`REFER` isteğinde belirteci taşıyan bir gövde parçası vardır, yeni `INVITE` isteğinde yoktur.",
      },
      {
        text: "Belirteç çok eskidir ya da başka bir hedef için yapılmıştır.",
        evidence: "Belirtecin içindeki `Date` çok geride kalmıştır ya da `Refer-To` değeri Request-URI'den farklıdır.",
      },
    ],
    keywords: [
      "aktarma reddedildi",
      "aktarma başarısız",
      "aktaran kimliği",
      "referred-by",
      "refer belirteci",
      "provide referrer identity",
    ],
  },
  430: {
    gloss: "Telefona giden bağlantı koptu",
    says: "430, telefona giden kayıtlı bağlantının koptuğunu, aynı telefona giden bir başkasının ise çalışabileceğini bildirir.",
    meaning:
      "NAT arkasındaki bir telefon, bir kenar vekil sunucusuna giden bir akışı açık tutar (RFC 5626) ve o akış artık yoktur. Kenar vekil sunucusu bunu kullanıcıdan sorumlu vekil sunucuya bildirir, o da aynı telefonun başka bir akışını dener. Telefon bunu hiç görmemelidir: yukarı yönde 480'e dönüşür.",
    whenYouSeeIt:
      "Bir kenar vekil sunucusu yeniden başlayıp bağlantılarını yitirmiştir, bir NAT eşlemeyi unutmuştur ya da bir cep telefonu ağ değiştirmiştir. Kayıt sunucusu, eski akış üzerindeki girdiyi hâlâ tutmaktadır.",
    howToFix: {
      caller:
        "Bir iki dakika sonra yeniden arayın: telefon fark eder etmez yeni bir bağlantı açar. Arayan 430 değil 480 görmelidir.",
      operator:
        "Kopan akışın girdisini silin. Telefonlara iki kenar vekil sunucusu verin ki ikinci bir akış olsun. `Flow-Timer` değerini telefonların önündeki NAT'ın zaman aşımıyla karşılaştırın.",
      developer:
        "Sorumlu vekil sunucu olarak aynı `+sip.instance` ve başka bir `reg-id` taşıyan başka bir akış deneyin. Bunu yalnızca 408 ve 430'da yapın: diğer her nihai yanıt telefonun yanıtıdır.",
    },
    sendIt:
      "Akış belirteci geçerli ama akışı yok olmuşsa kenar vekil sunucusu olarak gönderin. Kurcalanmış bir akış belirteci için 403 gönderilir. Arayana doğru, sorumlu vekil sunucu bunun yerine 480 gönderir.",
    causes: [
      {
        text: "Kenar vekil sunucusu yeniden başlamış, TCP veya TLS bağlantılarını yitirmiştir.",
        evidence: "Bu kenarın bütün kullanıcıları, telefonları yeniden kaydolana kadar aynı andan itibaren 430 alır.",
      },
      {
        text: "Keepalive'lar fazla seyrek geldiği için NAT eşlemeyi düşürmüştür.",
        evidence:
          "Telefonun keepalive'larının arası, çağrıların başarısız olmaya başladığı boşta kalma süresinden uzundur.",
      },
      {
        text: "Telefon, yeniden kaydolmadan bir ağdan ötekine geçmiştir.",
        evidence:
          "Telefonun sonraki `REGISTER` isteğinde aynı `+sip.instance` ve `reg-id`, ama başka bir kaynak adres vardır.",
      },
    ],
    keywords: [
      "akış koptu",
      "bağlantı koptu",
      "nat zaman aşımı",
      "kenar vekil sunucusu",
      "telefona ulaşılamıyor",
      "flow failed",
      "outbound",
    ],
  },
  433: {
    gloss: "Gizli numaralı çağrılar kabul edilmiyor",
    says: "433, arayan numarasını veya adını gizlediği için çağrının reddedildiğini bildirir.",
    meaning:
      "Aranan ya da onun adına davranan bir sunucu, arayanın kimliğini bilerek sakladığı çağrıları reddeder. Aynı çağrıya numara görünseydi izin verilirdi. Yalnızca eksik olan ya da doğrulanamayan bir numara, RFC 5079'a göre anonim değildir.",
    whenYouSeeIt:
      "Arananda gizli numara reddi açıktır ve arayanın numarası gizlenmiştir. Birçok sistem bunun için anons çalar ya da 403 veya 603 verir; bu yüzden arayanlar 433'ü nadiren görür.",
    howToFix: {
      caller:
        "Bu çağrı için numaranızı gösterip yeniden arayın: Kuzey Amerika'da bunu `*82` öneki, başka yerlerde telefonun veya hattın bir ayarı yapar.",
      operator:
        "Gizli numara reddini arananın açıp açmadığına bakın. Bir trunk'ın veya SBC'nin, istenmeden `Privacy: id` ya da `From` içinde `anonymous.invalid` ile numaraları gizleyip gizlemediğine de bakın.",
      developer:
        "Kimliği göstererek yeniden aramadan önce kullanıcıya sorun: onaysız yeniden deneme yasaktır (RFC 5079). Kullanıcının önceden yaptığı bir ayar onay sayılır. Diyalogda yalnızca bu istek başarısız olur.",
    },
    sendIt:
      "`From` veya `Privacy`, arayanın bilerek gizlendiğini söylüyor ve aranan böyle çağrıları reddediyorsa gönderin. Yalnızca `P-Asserted-Identity` eksikliği neden değildir. Eksik imza için 428, başka her ret için 403 veya 603 gönderilir.",
    causes: [
      {
        text: "Arayan numarasını gizlemektedir.",
        evidence:
          "`INVITE` isteğinde `Privacy: id` vardır ya da `From`, `anonymous.invalid` içindeki bir URI ile `Anonymous` yazar.",
      },
      {
        text: "Bir PBX veya SBC, bu trunk üzerindeki bütün çağrıları anonim yapmaktadır.",
        evidence: "`From` ilk atlamada numarayı, SBC'den sonra `anonymous.invalid` gösterir.",
      },
      {
        text: "Arananda gizli numara reddi, haberi olmadan açıktır.",
        evidence: "433, arananın sunucusundan 180 olmadan gelir; numarası görünen çağrılar geçer.",
      },
    ],
    keywords: ["gizli numara", "anonim çağrı", "numara gizleme", "gizli numara reddi", "anonymity disallowed", "acr"],
  },
  436: {
    gloss: "İmzalayanın sertifikası alınamıyor",
    says: "436, doğrulayıcının çağrıdaki hiçbir `Identity` başlığının sertifikasını alamadığını bildirir.",
    meaning:
      "Çağrı imzalıdır ve `Identity` başlığının `info` parametresi sertifika için bir URL verir. Doğrulama servisi onu oradan alamamıştır. İmzanın kendisi değerlendirilmemiştir. Birkaç `Identity` başlığı varsa yalnızca hepsi böyle başarısız olduğunda gönderilir.",
    whenYouSeeIt:
      "İmzalayan sağlayıcının sertifika sunucusu çalışmıyordur, URL'si yanlış yazılmıştır ya da yalnızca içeriden ulaşılabilir; veya doğrulayıcının güvenlik duvarı dışarı HTTPS bırakmıyordur. O zaman bir imzalayanın bütün çağrıları ya da bütün imzalı çağrılar başarısız olur.",
    howToFix: {
      caller: "Arıza sağlayıcınızın ağında ya da aranan ağdadır. Çağrının saati ve aranan numarayla birlikte bildirin.",
      operator:
        "`info` içindeki URL'yi alın ve ağınızın dışındaki bir makineden indirin. DNS'e, TLS sertifikasına ve güvenlik duvarına bakın. Doğrulayan sizseniz çıkış yolunu ve önbelleği denetleyin.",
      developer:
        "Çağrıyı, doğrulayıcının ulaşabileceği bir `info` URL'siyle en fazla bir kez yineleyin. Sertifikaları herkese açık HTTPS üzerinden sunun ve aldıklarınızı önbellekte tutun ki kısa bir kesinti çağrıları durdurmasın.",
    },
    sendIt:
      "Hiçbir `Identity` başlığının sertifikasını alamıyorsanız ve politikanız çağrıyı bu yüzden reddediyorsa gönderin. Alıp güvenmediğiniz sertifika için 437, uymayan imza için 438 gönderilir.",
    causes: [
      {
        text: "Sertifikayı barındıran sunucu çalışmamaktadır ya da herkese açık değildir.",
        evidence:
          "`info` URL'sini dışarıdan indirmek zaman aşımına uğrar ya da 404 veya 503 gibi bir HTTP hatası verir.",
      },
      {
        text: "İndirmeyi doğrulayıcının kendi güvenlik duvarı veya DNS'i engellemektedir.",
        evidence: "Bütün imzalayanların çağrıları 436 alır ve `info` URL'si başka ağlardan açılır.",
      },
      {
        text: "`info` içindeki URL yanlıştır ya da yolda değiştirilmiştir.",
        evidence: "`Identity` başlığındaki `info` URL'si, PASSporT içindeki `x5u` değerinden farklıdır.",
      },
    ],
    keywords: [
      "sertifika alınamıyor",
      "sertifika adresi",
      "stir/shaken",
      "x5u",
      "info parametresi",
      "bad identity info",
    ],
  },
  437: {
    gloss: "İmzalayanın sertifikası kabul edilmiyor",
    says: "437, doğrulayıcının imzalayanın sertifikasını aldığını ama ona güvenmediğini ya da onu kullanamadığını bildirir.",
    meaning:
      "`Identity` başlığının sertifikası alınmış, doğrulama servisi onu reddetmiştir: sertifikayı veren makama güvenmez ya da algoritmasını bilmez. RFC 4474'te ifade `Unsupported Certificate` idi. Arayanın numarası değerlendirilmemiştir.",
    whenYouSeeIt:
      "Bir sağlayıcı deneme sertifikasıyla ya da onaylı makamlar listesinin dışından biriyle imzalıyordur veya çağrı başka listesi olan bir ülkeye geçmiştir. Listeler uyuşana kadar o imzalayanın bütün çağrıları bunu alır.",
    howToFix: {
      caller:
        "Telefonda hiçbir şey bunu değiştirmez. Sağlayıcınıza bildirin: imzalarken kullandığı sertifika aranan ağda kabul edilmiyor.",
      operator:
        "İmzalayan sizseniz sertifikayı kimin verdiğine, tarihlerine ve anahtar türüne bakın: SHAKEN, ES256 ister. Doğrulayan sizseniz onaylı makamlar listenizi yenileyin.",
      developer:
        "Doğrulayıcının desteklediği bir sertifikayla en fazla bir kez yeniden imzalayın. Sertifikayla birlikte bütün zinciri gönderin. Çağrı geçsin diye `Identity` başlığını düşürmeyin: yanıt bu kez 428 olabilir.",
    },
    sendIt:
      "Sertifika elinizdeyse ve makamına güvenmiyor ya da algoritmasını bilmiyorsanız gönderin. Alamadığınız sertifika için 436, sertifika iyi ama imza yanlışsa 438 gönderilir.",
    causes: [
      {
        text: "Sertifikayı veren makam, doğrulayıcının listesinde değildir.",
        evidence: "`info` ile gösterilen sertifikayı veren, onaylı makamlar listesinde yoktur.",
      },
      {
        text: "Sertifikanın süresi dolmuştur ya da deneme sertifikasıdır.",
        evidence: "Sertifikanın tarihleri PASSporT içindeki `iat` değerini kapsamaz ya da veren bir laboratuvardır.",
      },
      {
        text: "Doğrulayıcı algoritmayı bilmemektedir.",
        evidence: "`Identity` içindeki ya da PASSporT başlığındaki `alg`, `ES256` değildir.",
      },
    ],
    keywords: [
      "desteklenmeyen sertifika",
      "güvenilmeyen sertifika",
      "süresi dolmuş sertifika",
      "stir/shaken",
      "unsupported credential",
    ],
  },
  438: {
    gloss: "Arayanın imzası geçerli değil",
    says: "438, çağrının imzalı olduğunu ama `Identity` başlıklarından hiçbirinin geçerli olmadığını bildirir.",
    meaning:
      "Doğrulama servisi, desteklediği geçerli bir PASSporT taşıyan `Identity` başlığı bulamamıştır. Bu sahtecilik demek olabilir. Çoğu zaman yalnızca yoldaki bir atlamanın, imzalanmış olan numarayı veya `Date` başlığını değiştirdiği anlamına gelir (RFC 8224).",
    whenYouSeeIt:
      "Bir transit operatör imzadan sonra `From`, `To` veya `Date` başlığını yeniden yazar, bir yönlendirme aranan numarayı değiştirir ya da eski bir çağrı kopyalanıp yeniden gönderilir (replay). Çoğu ağ böyle bir çağrıyı doğrulanamadı diye işaretler ve yine de iletir.",
    howToFix: {
      caller:
        "Sağlayıcınıza bildirin. Çağrınız imzadan sonra değiştirilmiş ya da yanlış biçimde imzalanmıştır, telefon bunu onaramaz.",
      operator:
        "`From`, `To` ve `Date` başlıklarını imzalayanda ve doğrulayanda karşılaştırın. Numaraların son kez yeniden yazılmasından sonra imzalayın. Yönlendirilen çağrıyı ek olarak `ppt=div` ile imzalayın.",
      developer:
        "PASSporT kısa biçimdeyse isteği bir kez tam biçimle yineleyin: neyin imzalandığını o gösterir. İmzadan önce numaraları yalnızca rakamlardan oluşan kanonik biçime getirin.",
    },
    sendIt:
      "`Identity` başlıkları geldiyse, hiçbiri geçerli değilse ve politikanız çağrıyı bu yüzden reddediyorsa gönderin. Eskimiş bir `Date` için 403, kullanılabilir hiç `Identity` yoksa 428 gönderilir.",
    causes: [
      {
        text: "Bir atlama, imzadan sonra arayanın ya da aranan numarayı değiştirmiştir.",
        evidence: "PASSporT içindeki `orig` veya `dest`, doğrulayıcının aldığı `From` veya `To` değerinden farklıdır.",
      },
      {
        text: "Bir transit ağ `Date` başlığını değiştirmiştir.",
        evidence: "`Date`, imzalayan ile doğrulayan arasında farklıdır ve PASSporT'un kısa biçimi kullanılmıştır.",
      },
      {
        text: "İmza başka bir çağrıdan kopyalanmış ya da taklit edilmiştir.",
        evidence:
          "Aynı `Identity` değeri farklı `Call-ID` taşıyan çağrılarda geçer ya da anahtar sertifikanınki değildir.",
      },
    ],
    keywords: [
      "geçersiz kimlik başlığı",
      "geçersiz imza",
      "imza doğrulanamadı",
      "stir/shaken",
      "sahte arayan kimliği",
      "invalid identity header",
    ],
  },
  439: {
    gloss: "İlk vekil sunucuda outbound desteği yok",
    says: "439, kayıt sunucusunda outbound desteği bulunduğunu ama telefonun yolundaki ilk vekil sunucuda bulunmadığını bildirir.",
    meaning:
      "Telefon, `REGISTER` isteğinde kendi bağlantısı üzerinden ulaşılmayı istemiştir (RFC 5626). Kayıt sunucusu bunu yapabilirdi ama ilk vekil sunucu `ob` içeren bir `Path` bırakmamıştır; çağrılar akışı bulamazdı. Kayıt başarısız olmuştur.",
    whenYouSeeIt:
      "`Supported` içinde `outbound`, `Contact` içinde `reg-id` taşıyan bir telefon, eski bir vekil sunucu veya SBC üzerinden kaydolur. Kenar vekil sunucusunun önüne bu desteği olmayan bir yük dengeleyici konduğunda da görülür.",
    howToFix: {
      caller:
        "Telefonda outbound veya RFC 5626 adlı ayarı kapatın ya da sağlayıcınızın diğer giden vekil sunucusunu girin.",
      operator:
        "İlk vekil sunucuda outbound desteğini açın ki `ob` parametreli `Path` eklesin. Kamailio'da bunu `outbound` ve `path` modülleri yapar. Ya da telefonlar kenar vekil sunucusuna doğrudan ulaşsın.",
      developer:
        "`reg-id` olmadan ya da kümenin başka bir vekil sunucusu üzerinden yeniden kaydolun: ikisine de izin vardır. NAT keepalive'larını her durumda sürdürün.",
    },
    sendIt:
      "`REGISTER` isteğinde `reg-id` ve `Supported` içinde `outbound` varsa ve ilk vekil sunucu `ob` içeren bir `Path` bırakmadıysa kayıt sunucusu olarak gönderin. `reg-id` yoksa ya da ilk atlama kendinizseniz asla göndermeyin.",
    causes: [
      {
        text: "İlk vekil sunucu veya SBC, RFC 5626'yı desteklememektedir.",
        evidence:
          "Kayıt sunucusuna gelen `REGISTER` isteğinde birden çok `Via` vardır, `ob` içeren `Path` başlığı yoktur.",
      },
      {
        text: "İlk vekil sunucu destekler ama işlev yapılandırılmamıştır.",
        evidence: "`Path` vardır ama `ob` içermez, oysa aynı ürün başka yerde onu ekler.",
      },
      {
        text: "Kenar vekil sunucusunun önündeki bir yük dengeleyici fazladan atlama eklemektedir.",
        evidence:
          "Telefonunkinin hemen üstündeki `Via` dengeleyiciye aittir ve hatalar o devreye alınınca başlamıştır.",
      },
    ],
    keywords: [
      "outbound desteği yok",
      "rfc 5626",
      "reg-id",
      "kayıt olmuyor",
      "path başlığı",
      "first hop lacks outbound support",
    ],
  },
  440: {
    gloss: "Dallanma fazla genişleyecekti",
    says: "440, bir vekil sunucunun bu isteğin gerektireceği kadar paralel dal açamayacağını bildirir.",
    meaning:
      "`Max-Breadth`, bir isteğin bütün vekil sunucularda aynı anda kaç dalının çalabileceğini sınırlar; kural olarak 60 (RFC 5393). Burada kalan, paralel dallanmaya yetmez. Çoğalan dallanmalara karşı korur, kullanıcılar hakkında bir şey söylemez.",
    whenYouSeeIt:
      "Büyük bir çalma grubu yeniden dallanan gruplar içerir, iki grup birbirini içerir ya da istemci küçük bir `Max-Breadth` gönderir. Nadirdir, çünkü vekil sunucu hedefleri birbiri ardına da arayabilir.",
    howToFix: {
      caller:
        "Grubun bir üyesini doğrudan arayın. Hangi grup numarasının başarısız olduğunu sistem yöneticisine bildirin.",
      operator:
        "Grup içindeki grupları ve bir gruba geri götüren yönlendirmeleri arayın. Büyük grupları küçültün ya da üyeleri hep birlikte değil, sırayla çaldırın.",
      developer:
        "Vekil sunucu olarak vazgeçmeden önce sıralı dallandırın ya da yönlendirin. Biten dalların genişliğini havuza geri verin. İstemci olarak 60 gönderin ya da başlığı hiç koymayın.",
    },
    sendIt:
      "`Max-Breadth` paralel dallanmaya yetmiyorsa ve ne sıralı dallandırabiliyor ne de yönlendirebiliyorsanız vekil sunucu olarak gönderin. Çok uzun yol için 483, döngü için 482 gönderin.",
    causes: [
      {
        text: "Çalma grupları birbirini içermekte, dallanmalar çoğalmaktadır.",
        evidence: "`Max-Breadth` birkaç atlamada 60'tan 1'e düşer ve Request-URI'de aynı gruplar yinelenir.",
      },
      {
        text: "Bir grubun, kalan genişlikten çok üyesi vardır.",
        evidence: "Vekil sunucudaki `INVITE` isteğinin `Max-Breadth` değeri, kayıtlı üye sayısından küçüktür.",
      },
      {
        text: "İstemci çok küçük bir değerle başlamaktadır.",
        evidence: "Daha ilk `INVITE` isteğinde `Max-Breadth: 1` gibi bir değer vardır.",
      },
    ],
    keywords: [
      "dal sayısı aşıldı",
      "çok fazla dal",
      "çalma grubu",
      "dallanma bombası",
      "rfc 5393",
      "max-breadth exceeded",
    ],
  },
  469: {
    gloss: "Bu bilgi paketi üzerinde anlaşılmadı",
    says: "469, `INFO` isteğinin telefonun alabileceğini hiç bildirmediği bir paket taşıdığını bildirir; çağrı ise sürer.",
    meaning:
      "`Info-Package` başlığı, alıcının `Recv-Info` içinde sıralamadığı bir paketi belirtir (RFC 6086). Yanıt, neleri aldığını sıralar. Yalnızca bu `INFO` başarısız olur: çağrı bunun için bitirilemez. Paketsiz eski `INFO` biçimleri asla 469 almaz.",
    whenYouSeeIt:
      "Bir PBX veya ağ geçidi, DTMF'yi ya da uygulama verisini telefonun hiç sıralamadığı bir `Info-Package` ile gönderir ya da liste ile `INFO` yolda karşılaşır. Böyle gönderilen rakamlar kaybolur, çağrı ise ayakta kalır.",
    howToFix: {
      caller:
        "Çağrının kendisi çalışır. Tuş basışları etkisizse telefonu DTMF'yi RTP içinde RFC 4733 olarak gönderecek şekilde ayarlayın.",
      operator:
        "`INVITE` isteğindeki ve yanıtındaki `Recv-Info` başlığını `INFO` içindeki `Info-Package` ile karşılaştırın. İki tarafı tek bir DTMF yöntemine, tercihen RFC 4733'e ayarlayın.",
      developer:
        "Yalnızca karşı tarafın son `Recv-Info` listesindeki paketleri gönderin. 469'da `BYE` göndermeyin ve sakladığınız listeyi değiştirmeyin: 469'un başlığı onu yalnızca gösterir.",
    },
    sendIt:
      "Sıralamadığınız bir `Info-Package` taşıyan `INFO` isteğine, her zaman `Recv-Info` ile gönderin. Paket üzerinde anlaşılmış ama gövde türünde anlaşılmamışsa 415 gönderin. Diyalog dışındaki bir `INFO` için 481 gönderilir.",
    causes: [
      {
        text: "Gönderen, alıcının sıralamadığı bir paket kullanmaktadır.",
        evidence:
          "`INFO` içindeki `Info-Package`, alıcının `INVITE` isteğindeki veya 200'ündeki `Recv-Info` içinde yoktur.",
      },
      {
        text: "`INFO` ile yeni bir liste yolda karşılaşmıştır.",
        evidence: "`INFO`, yeni `Recv-Info` taşıyan istek veya yanıt gelmeden gönderilmiştir.",
      },
      {
        text: "Bir B2BUA, bacaklardan birinde `Recv-Info` başlığını silmiştir.",
        evidence: "Çağrının bir bacağında paketi taşıyan `Recv-Info` görünür, diğer bacakta başlık yoktur.",
      },
    ],
    keywords: [
      "hatalı bilgi paketi",
      "sip info",
      "dtmf çalışmıyor",
      "tuşlar algılanmıyor",
      "recv-info",
      "bad info package",
    ],
  },
  470: {
    gloss: "Bir alıcı henüz onay vermedi",
    says: "470, isteğin bir listeye gittiğini ve listedeki en az bir alıcının izin vermediğini bildirir.",
    meaning:
      "Bir aktarıcı, tek bir isteği birçok alıcıya gönderir ve her birinin önceden onay vermiş olması gerekir (RFC 5360). `Permission-Missing` başlığı vermeyenleri sayar. Bu, bir listenin hiç istememiş insanları mesaja boğmakta kullanılmasını önler.",
    whenYouSeeIt:
      "Bir `MESSAGE`, `INVITE` veya `SUBSCRIBE`, liste sunucusundaki veya konferanstaki bir URI listesine gider ve yeni bir üye onay isteğine yanıt vermemiştir. Böyle hizmetlerin dışında nadirdir.",
    howToFix: {
      caller:
        "Hizmetin adını verdiği kişiden daveti onaylamasını isteyin, sonra yeniden gönderin. Ya da kişiyi listeden çıkarın.",
      operator:
        "`Permission-Missing` başlığını okuyun ve onay isteğinin o kullanıcıya ulaşıp ulaşmadığına bakın. Eksik adresleri aktarıcının listesine ekleyin ki izinlerini istesin.",
      developer:
        "`Permission-Missing` içindeki URI'leri, örneğin XCAP ile, aktarıcının listesine ekleyin, onayı bekleyip yeniden gönderin. O başlık yoksa hangilerinin eksik olduğunu aktarıcıya sorun.",
    },
    sendIt:
      "Bir istek, onay vermemiş bir alıcı içeren URI listesi taşıyorsa aktarıcı olarak gönderin ve onları `Permission-Missing` içinde sayın. Listeyi kullanmaya hiç izni olmayan bir gönderen 403 alır.",
    causes: [
      {
        text: "Bir üye eklenmiş, henüz onay vermemiştir.",
        evidence: "470'teki `Permission-Missing`, listenin en yeni adresini gösterir.",
      },
      {
        text: "Onay isteği üyeye hiç ulaşmamıştır.",
        evidence: "Aktarıcının izin belgesini taşıyan `MESSAGE` isteği 404 veya 480 gibi bir hata almıştır.",
      },
      {
        text: "Üye iznini geri almıştır.",
        evidence: "Aynı listeye giden daha önceki istekler başarılı olmuştur ve listenin kendisi değişmemiştir.",
      },
    ],
    keywords: [
      "onay gerekli",
      "izin eksik",
      "uri listesi",
      "liste sunucusu",
      "grup mesajı reddedildi",
      "consent needed",
      "rfc 5360",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
