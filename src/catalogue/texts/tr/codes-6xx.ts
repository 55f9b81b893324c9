import type { CodeTexts } from "../texts.ts";

export const codes6xx = {
  600: {
    gloss: "Kullanıcının bütün telefonlarında meşgul",
    says: "600, kullanıcının meşgul olduğunu ve bu çağrıyı telesekreter dahil başka hiçbir şeyin cevaplamayacağını bildirir.",
    meaning:
      "Aranan tarafa ulaşılmıştır ve yanıt kullanıcının bütün telefonları için geçerlidir: kullanıcı meşguldür, bu çağrıyı başka bir telefon da telesekreter de almayacaktır. Dallandıran vekil sunucu yeni dal açmaz, hâlâ çalan dalları iptal eder ve 600'ü iletir. RFC 3261, bir telefonun bunu nadiren bilebileceğini ekler.",
    whenYouSeeIt:
      "Bir telefon meşgulken 600 verecek şekilde ayarlanmıştır ya da bir uygulama sunucusu kullanıcının bütün cihazlarını bilmektedir. Çalma grubunda böyle tek bir telefon, yalnızca o hat dolu olduğu halde çağrıyı herkes için bitirir.",
    howToFix: {
      caller:
        "Daha sonra, yanıtta `Retry-After` varsa orada yazan süreden sonra yeniden arayın. Hemen tekrar ararsanız aynı yanıtı alırsınız.",
      operator:
        "Telefonu 600 gönderen dalı bulun ve o telefonu 486 verecek şekilde ayarlayın. O zamana kadar çalma grubunun önündeki vekil sunucu veya PBX 600'ü 486'ya çevirsin; böylece diğer telefonlar çalmaya devam eder.",
      developer:
        "Dallanmada 600'ü bekletin, diğer dallara `CANCEL` gönderin ve nihai yanıtlarını bekleyin: geç gelen bir 2xx yine kazanır. `Retry-After` süresinden sonra deneyin, asla döngüye girmeyin. Asterisk ve FreeSWITCH bunu 486 yapar.",
    },
    sendIt:
      "Kullanıcının her cihazını bilen ve telesekreterin de cevaplamayacağını bilen bir sunucudan gönderin. Tek başına bir telefon 486 gönderir. Meşgul olup bunu söylemek istemeyen kullanıcı için 603 gönderilir.",
    causes: [
      {
        text: "Çalma grubundaki bir telefon, meşgulken 600 verecek şekilde ayarlanmıştır.",
        evidence:
          "Bir dal anında 600 verir. Vekil sunucu birkaç milisaniye içinde diğer dallara `CANCEL` gönderir, onlar da 487 ile yanıt verir.",
      },
      {
        text: "Bir uygulama sunucusu kullanıcının her cihazını görüşmede bulmuştur.",
        evidence: "Hiçbir telefon `INVITE` almaz: 600, sunucunun kendi adresinden gelir.",
      },
      {
        text: "Bir telefonun reddetme düğmesi 600 gönderecek şekilde yapılandırılmıştır.",
        evidence: "O telefondan önce 180, birkaç saniye sonra da, diğer telefonlar çalarken, 600 gelmiştir.",
      },
    ],
    keywords: [
      "her yerde meşgul",
      "bütün telefonlar meşgul",
      "meşgul",
      "çalma grubu susuyor",
      "kullanıcı meşgul",
      "busy everywhere",
      "6xx",
    ],
  },
  603: {
    gloss: "Bir insan ya da bir makine reddetti",
    says: "603, çağrının bütün telefonlar için reddedildiğini bildirir: kullanıcı reddetmiştir ya da `Network Blocked` ifadesiyle bir operatörün analiz sistemi.",
    meaning:
      "RFC 3261'e göre kullanıcı katılmak istemiyor ya da katılamıyordur, neden belirtmez ve başka hiçbir telefon cevaplamayacaktır. `Network Blocked` ifadesiyle ise ATIS-1000099'daki 603+ söz konusudur: çağrıyı bir operatörün analiz sistemi engellemiş, kimseye sorulmamıştır. İkisi de dallanmayı bitirir.",
    whenYouSeeIt:
      "Aranan, Linphone gibi bir istemcide reddetme düğmesine basmıştır; bir PBX veya trunk kuralı numarayı geri çevirmiştir ya da bir operatör çağrıyı spam diye engellemiştir. ABD'de IP üzerinde analize dayalı engellemenin tek kodu 25 Mart 2026'dan beri 603+ kodudur.",
    howToFix: {
      caller:
        "Metin `Network Blocked` ise `Reason` başlığında `url` sözcüğünden sonra gelen adrese itirazınızı iletin. Değilse `Retry-After` süresini bekleyin. Arka arkaya tekrar aramak numarayı spam gibi gösterir.",
      operator:
        "Aranan tarafı suçlamadan önce ifadeyi ve `Reason` başlığını okuyun. FreePBX, 603'ten sonra sıradaki trunk'ı denemez. FreeSWITCH ifadeyi varsayılan olarak `Decline` yapar ama `Reason` başlığını korur.",
      developer:
        "603+ işareti olarak `Reason` başlığındaki `v=analytics1` değerini alın, çünkü ifadeler yolda değişir. B2BUA üzerinden geçerken `Reason` başlığını kopyalayın. Asterisk bir atlamada 603'ü 403'e çevirir.",
    },
    sendIt:
      "Kullanıcı bütün telefonlar ve telesekreter adına reddedip nedenini gizli tuttuğunda gönderin. Tek bir telefon 486 ya da 480 gönderir. Spam düğmesi 607 gönderir. Engelleyen bir aracı 608, ABD operatör ağlarında ise 603+ gönderir.",
    causes: [
      {
        text: "Aranan, telefonunda reddetme düğmesine basmıştır.",
        evidence: "Önce 180, birkaç saniye sonra da `Decline` ifadesiyle ve `v=analytics1` olmadan 603 gelmiştir.",
      },
      {
        text: "Bir operatörün analiz sistemi arayan numarayı engellemiştir.",
        evidence:
          "İfade `Network Blocked` şeklindedir ya da `Reason` başlığında `cause=603` ile `v=analytics1` vardır. Öncesinde 180 gelmemiştir.",
      },
      {
        text: "PBX'teki veya trunk sağlayıcısındaki bir kural çağrıyı geri çevirmektedir.",
        evidence: "603, 180 olmadan, sunucunun adresinden ve her denemede aynı kısa süre sonra gelir.",
      },
      {
        text: "Yoldaki bir Asterisk, sonraki atlamadan 504 almıştır.",
        evidence: "Asterisk'in uzak bacağında 504, hemen ardından yakın bacağında 603 görülür.",
      },
    ],
    keywords: [
      "reddedildi",
      "çağrı reddedildi",
      "arama reddediliyor",
      "numara engellendi",
      "spam engeli",
      "decline",
      "network blocked",
      "603+",
    ],
  },
  604: {
    gloss: "Bu kullanıcı hiçbir yerde yok",
    says: "604, Request-URI'deki kullanıcının hiçbir alan adında bulunmadığını yetkili bilgiye dayanarak bildirir.",
    meaning:
      "Sunucu, bu kullanıcının ne burada ne başka yerde bulunduğuna dair yetkili bilgiye sahiptir. 404 de bir o kadar kesindir ama tek bir alan adı için geçerlidir: fark, kapsamdadır. 604 bir 6xx olduğu için dallanmayı bitirir; çağrı içinde ise diyaloğu bütün kullanımlarıyla sona erdirir.",
    whenYouSeeIt:
      "Bir numara aralığından sorumlu sunucu, örneğin numara sorgusundan sonra, numaranın sahibi olmadığını bilmektedir. Nadirdir: sahadaki sunucuların neredeyse hepsi bilinmeyen kullanıcı için 404 gönderir.",
    howToFix: {
      caller:
        "Numarayı veya adresi güncel bir kaynakla, her hanesine bakarak karşılaştırın. İkinci deneme aynı yanıtı getirir.",
      operator:
        "604'ü gönderen sunucuyu bulun ve numara aralığının gerçekten onun olup olmadığına bakın. Değilse 404 göndermesini sağlayın; böylece sıradaki rota yine denenebilir.",
      developer:
        "Yeni dal açmayın, başka rota denemeyin, yeniden deneme planlamayın. `Retry-After` beklemeyin: 604 için tanımlı değildir. Asterisk ve FreeSWITCH arkasında bunun yerine 404 bekleyin.",
    },
    sendIt:
      "Yalnızca bu kullanıcının bütün alan adlarındaki adreslerinin yetkili listesi sizdeyse gönderin. Kendi alan adınızda bilinmeyen kullanıcı için 404, kayıtlı telefonu olmayan bilinen kullanıcı için 480 gönderin.",
    causes: [
      {
        text: "Numara tahsis edilmemiştir ve sunucu bütün numara aralığı adına yanıt vermektedir.",
        evidence: "604, aralıktan sorumlu sunucudan milisaniyeler içinde, 180 olmadan gelir.",
      },
      {
        text: "Bir arama planı, başka sunucularınkiler dahil tanımadığı her numara için 604 göndermektedir.",
        evidence: "Aynı numara başka bir rotadan cevap verir; dallanan çağrı, bu dal 604 gönderir göndermez biter.",
      },
      {
        text: "Numara yanlış yazılmış ya da yolda değiştirilmiştir.",
        evidence: "Request-URI'nin kullanıcı kısmı, ilk ve son atlamadaki `INVITE` isteklerinde farklıdır.",
      },
    ],
    keywords: [
      "hiçbir yerde yok",
      "bilinmeyen kullanıcı",
      "tahsis edilmemiş numara",
      "yanlış numara",
      "numara yok",
      "does not exist anywhere",
    ],
  },
  606: {
    gloss: "Kullanıcının hiçbir telefonu bu oturumu kuramıyor",
    says: "606, kullanıcının konuşmaya razı olduğunu ama hiçbir telefonunun oturumu teklif edildiği haliyle destekleyemediğini bildirir.",
    meaning:
      "Telefona ulaşılmıştır; SDP'deki medya, bant genişliği veya adres türü uymamaktadır. Kapsamı daha geniş bir 488'dir: kullanıcının başka hiçbir telefonu da bu teklifi kabul etmeyecektir. `Warning` başlığı nedeni söyleyebilir, gövde de neyin uyacağını sıralayabilir.",
    whenYouSeeIt:
      "Teklifin arananla ortak bir codec'i yoktur, arananda olmayan bir şifreleme istenmektedir ya da aranan tarafın ulaşamadığı bir adres ailesi kullanılmaktadır. Çoğu telefon burada 488 verir; bu yüzden 606 genellikle bir ağ geçidinden veya konferans sunucusundan gelir.",
    howToFix: {
      caller:
        "Görüntü olmadan veya şifrelemeyi zorunlu kılmadan yeniden deneyin. O da olmazsa çağrının saatini destek ekibinize iletin.",
      operator:
        "Teklifi, arananın codec'leri, SRTP ayarı ve adres ailesiyle karşılaştırın. İki tarafın ortak noktası yoksa dönüştürmeyi bir SBC yapsın.",
      developer:
        "`Warning` başlığını ve gövdeyi okuyun, sonra değiştirilmiş teklifle yeni bir `INVITE` gönderin. Aynı SDP'yi yinelemeyin. Arada Asterisk veya FreeSWITCH gibi bir B2BUA varsa 488 bekleyin.",
    },
    sendIt:
      "Kullanıcının hiçbir telefonunun bu teklifi kabul edemeyeceğini bildiğinizde, `Warning` başlığı ve yeteneklerinizi sıralayan bir gövdeyle gönderin. Yalnızca kendi adına konuşan telefon 488 gönderir: dallanma o zaman diğerlerini denemeyi sürdürür.",
    causes: [
      {
        text: "Teklif ile aranan tarafın ortak codec'i yoktur.",
        evidence:
          "`Warning` başlığında 305 vardır ya da `INVITE` isteğinin `m=audio` satırındaki yük türlerinin hiçbirini aranan tanımaz.",
      },
      {
        text: "Bir taraf SRTP istemekte, diğeri düz RTP önermektedir.",
        evidence: "Aranan `RTP/SAVP` isterken `m=` satırında `RTP/AVP` yazar ya da tam tersi.",
      },
      {
        text: "Teklif, arananın izin verdiğinden fazla bant genişliği istemektedir.",
        evidence: "`Warning` başlığında 370, SDP'de de yüksek sayılı bir `b=` satırı vardır.",
      },
    ],
    keywords: [
      "kabul edilemez",
      "codec uyuşmazlığı",
      "ortak codec yok",
      "srtp uyuşmazlığı",
      "medya desteklenmiyor",
      "not acceptable",
    ],
  },
  607: {
    gloss: "İstenmiyor: aranan bunu spam olarak işaretledi",
    says: "607, aranan kullanıcının bu arayandan çağrı istemediğini ve ağın bundan ders çıkarabileceğini bildirir.",
    meaning:
      "Aranan yalnızca bu çağrıyı değil, bu arayanı reddeder: spam düğmesinin yanıtıdır (RFC 8197). Sağlayıcı numarayı bu kullanıcı için engelleyebilir, analizine katabilir ya da çağrının izini sürebilir. 607'yi bilmeyen istemci onu 600 gibi ele alır.",
    whenYouSeeIt:
      "Kullanıcı cevaplamadan önce spam veya engelle düğmesine basmıştır. Görüşme sırasında basılırsa yanıt yerine `Reason: SIP;cause=607` taşıyan bir `BYE` görülür. Telefonlar düğmeyi, kayıt sunucusunun `sip.607` duyurduğu yerde gösterir.",
    howToFix: {
      caller:
        "Bu kişiyi bu numaradan aramayı bırakın. Yanlışlıkla işaretlendiyseniz işi arama dışında bir yolla çözün: SIP'te bunu geri alacak bir araç yoktur.",
      operator:
        "607'leri arayan numaraya ve müşteriye göre sayın. Ani artış, bir müşterinin istenmeyen aramalar yaptığını ya da birinin numarayı taklit ettiğini gösterir: `Identity` başlığındaki onay düzeyine (attestation) bakın.",
      developer:
        "Her 6xx gibi işleyin: başka dal yok, yeniden deneme yok. Diğer telefonlara giden `CANCEL` isteğinin `Reason` başlığına 607'yi kopyalayın ki çağrıyı listelerinde işaretleyebilsinler.",
    },
    sendIt:
      "Yalnızca kullanıcı, bir düğmeyle veya kendi engelleme listesiyle arayanın istenmediğini söyledikten sonra gönderin. Böyle bir hüküm olmadan reddedilen çağrı için 603 gönderilir. Kendi kararıyla engelleyen aracı 608 gönderir.",
    causes: [
      {
        text: "Aranan, telefon çalarken spam düğmesine basmıştır.",
        evidence: "Önce 180, birkaç saniye sonra da telefondan 607 gelmiştir.",
      },
      {
        text: "Arayanın numarası, arananın kendi engelleme listesindedir.",
        evidence: "Telefon 180 vermeden anında 607 gönderir; başka bir numaradan yapılan aramalar çalar.",
      },
      {
        text: "Bir başkası numarayı sahte arayan kimliği olarak kullanmaktadır.",
        evidence:
          "607 yalnızca tek bir numara için gelir ve o numaranın çağrılarında `Identity` başlığı ya yoktur ya da onay düzeyi C'dir.",
      },
    ],
    keywords: [
      "istenmeyen çağrı",
      "spam düğmesi",
      "kullanıcı engelledi",
      "engelleme listesi",
      "robot arama",
      "unwanted",
      "rfc 8197",
    ],
  },
  608: {
    gloss: "Kullanıcı değil, bir aracı reddetti",
    says: "608, arayan ile aranan arasındaki bir makinenin çağrıyı istenmeyen diye reddettiğini ve bunun kime sorulacağını bildirir.",
    meaning:
      "Bir aracı, kullanıcının bu çağrıyı istemeyeceğine hükmetmiş, kullanıcıya sorulmamıştır (RFC 8688). Şikâyet için imzalı bir jCard'da iletişim bilgisi verir: `purpose=jwscard` ile `Call-Info`. 608'i bilmeyen istemciler onu 600 gibi ele alır.",
    whenYouSeeIt:
      "Sonlandıran operatörün analiz sistemi veya bir çağrı engelleme hizmeti numarayı spam saymıştır. Eski bir ağdaki arayan, 608'den önce erken medya olarak bir anons duyar. ABD operatörleri bunun yerine 603+ kullanır.",
    howToFix: {
      caller:
        "Yanıtta veya anonsta adı geçen işletmeciye numaranın neden engellendiğini sorun. Yeniden aramak sicilinizi kötüleştirir.",
      operator:
        "`Call-Info` başlığının gösterdiği kartı indirin ve şikâyeti orada adı geçen işletmeciye yapın. Numaralarınızı analiz şirketlerine kaydettirin, çağrıları tam onay düzeyiyle imzalayın.",
      developer:
        "`Feature-Caps: *;+sip.608` gönderin ve karttaki iletişim bilgisini gösterin. İmzayı doğrulayın, `iat` değeri yaklaşık bir dakikadan eski olan kartı reddedin. Yeniden deneme yok, başka dal yok.",
    },
    sendIt:
      "Kendi kararıyla engelleyen bir vekil sunucudan, SBC'den veya hizmetten, `Call-Info` ve imzalı kartla gönderin. Düğmeye kullanıcı bastıysa 607 gönderilir. ABD'deki operatörler analiz için 603+ gönderir.",
    causes: [
      {
        text: "Bir operatörün analiz sistemi arayan numarayı spam olarak puanlamıştır.",
        evidence: "608, 180 olmadan gelir ve `purpose=jwscard` içeren bir `Call-Info` başlığı taşır.",
      },
      {
        text: "Çağrılar, otomatik arayıcınınkiler gibi çok sayıda ve kısadır.",
        evidence:
          "Kendi kayıtlarınızda, ilk 608'den önceki saatlerde o numaradan yapılmış bir dizi kısa çağrı görünür.",
      },
      {
        text: "Çağrı imzasızdır ya da onay düzeyi düşüktür ve politika bunu geri çevirmektedir.",
        evidence: "Ağınızdan çıkan `INVITE` isteğinde `Identity` başlığı yoktur ya da `attest` değeri C'dir.",
      },
    ],
    keywords: [
      "çağrı engelleme",
      "operatör engelledi",
      "spam etiketi",
      "aracı reddetti",
      "robot arama",
      "rejected",
      "jcard",
      "rfc 8688",
    ],
  },
  666: {
    gloss: "İstenmiyor: kayıtlı olmayan bir kodla",
    says: "666, kayıtlı bir kod değildir: Avaya cihazları onu `Unwanted` ifadesiyle gönderir, istemcinin bunu 600 olarak okuması gerekir.",
    meaning:
      "IANA'da böyle bir kod yoktur. RFC 8197'nin taslakları, kod 607 olmadan önce istenmeyen çağrı için 666'yı kullanıyordu; Avaya ürünleri onu hâlâ gönderir. Bilinmeyen kodlar kuralına göre istemci onu 600 sayar: dallanmanın öteki dalları da biter.",
    whenYouSeeIt:
      "Yoldaki bir Avaya sistemi çağrıyı istenmeyen diye geri çevirmektedir. Diğer ürünler kodu bilinmeyen olarak gösterir, 600 sayar ya da sonraki atlamada kendi kodlarından birine eşler: Asterisk 500, FreeSWITCH 480 yapar.",
    howToFix: {
      caller:
        "Bir ret olarak kabul edin: yeniden aramayın. Numaranızın yanlışlıkla işaretlendiğini düşünüyorsanız arananla başka bir yoldan iletişim kurun.",
      operator:
        "Onu gönderen Avaya bileşenini bulun ve engelleme kurallarına bakın. Sınırdaki SBC 666'yı 607'ye, 607'yi bilmeyen karşı taraflar için 603'e çevirsin.",
      developer:
        "Bilinmeyen 6xx kodlarına 600 gibi davranın, onlar yüzünden hata vermeyin. Sayıyı geldiği gibi loglarda ve `Reason` başlığında saklayın; eldeki tek kanıt odur.",
    },
    sendIt:
      "Asla göndermeyin: hiçbir belge tanımlamaz ve hiçbir karşı taraf ona güvenemez. Arayanı aranan istenmeyen diye işaretlediyse 607, bir aracı işaretlediyse 608, düz bir ret için 603 gönderin.",
    causes: [
      {
        text: "Yoldaki bir Avaya sistemi arayanı istenmeyen diye engellemektedir.",
        evidence:
          "Durum satırı `SIP/2.0 666 Unwanted` şeklindedir ve gönderenin `Server` veya `User-Agent` başlığında Avaya yazar.",
      },
      {
        text: "RFC 8197'nin taslaklarına göre yazılmış bir ürün hâlâ o kodu kullanmaktadır.",
        evidence: "İfade `Unwanted` şeklindedir ama ne `Server` ne de `User-Agent` başlığında Avaya yazar.",
      },
    ],
    keywords: ["666", "kayıtsız kod", "avaya", "istenmeyen çağrı", "bilinmeyen sip kodu", "standart dışı", "unwanted"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
