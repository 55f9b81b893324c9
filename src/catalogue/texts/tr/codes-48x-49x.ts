import type { CodeTexts } from "../texts.ts";

export const codes48x49x = {
  480: {
    gloss: "Kullanıcı biliniyor, şu an ulaşılamıyor",
    says: "480, kullanıcının bilindiğini ama şu an ulaşılamadığını bildirir: kayıtlı değildir ya da rahatsız etme açıktır.",
    meaning:
      "Kullanıcı vardır. Ya bir vekil sunucu veya yönlendirme sunucusu çağrıyı gönderecek yer bilmiyordur ya da çağrıyı kullanıcısına ulaştıramayan bir telefona varılmıştır. Yalnızca bu sunucu veya telefon adına konuşur: kullanıcıya başka yerden ulaşılabilir ve bir sonraki deneme başarılı olabilir.",
    whenYouSeeIt:
      "Kullanıcının kayıtlı telefonu yoktur, rahatsız etme açıktır ya da JsSIP veya SIP.js tabanlı bir tarayıcı istemcisi çağrıyı reddetmiştir. RFC 3261 kayıtlı olmayan kullanıcı için 480 istediği halde, Kamailio varsayılan haliyle 404 verir.",
    howToFix: {
      caller:
        "Daha sonra, yanıtta `Retry-After` varsa orada yazan süreden sonra yeniden arayın ya da sesli mesaj bırakın.",
      operator:
        "Kullanıcının kayıt sunucusundaki girdilerine bakın. Biri erken dolduysa verilen `Expires` süresini telefonun yenileme aralığıyla karşılaştırın ve aradaki NAT'ı denetleyin. Böyle çağrıları telesekretere gönderin.",
      developer:
        "Döngüye girmeden, daha sonra yeniden deneyin. Diyalog içinde 480, geldiği kullanımı, örneğin çağrıyı bitirir; diyaloğu paylaşan bir aboneliği bitirmez (RFC 5057).",
    },
    sendIt:
      "Bilinen ama çaldırılacak telefonu olmayan kullanıcı için ve rahatsız etme açık olan telefondan gönderin. Süreyi biliyorsanız `Retry-After` ekleyin. Bilinmeyen kullanıcı için 404, görüşmede olan telefon için 486 gönderilir.",
    causes: [
      {
        text: "Kullanıcının kayıtlı telefonu yoktur ya da kayıt girdisinin süresi dolmuştur.",
        evidence:
          "Vekil sunucu milisaniyeler içinde yanıt verir, hiçbir telefona `INVITE` gitmez ve son `REGISTER`, `Expires` süresinden daha eskidir.",
      },
      {
        text: "Telefonda rahatsız etme açıktır.",
        evidence: "480, telefondan anında ve 180 olmadan gelir. Gerekçe ifadesi çoğu zaman bunu söyler.",
      },
      {
        text: "Kullanıcı, bunun için 480 kullanan bir istemcide çağrıyı reddetmiştir.",
        evidence: "Önce 180 gelmiştir ve `User-Agent` veya `Server` başlığında JsSIP gibi bir istemci yazar.",
      },
      {
        text: "Kimse cevaplamadığı için bir ağ geçidi veya PBX vazgeçmiştir.",
        evidence:
          "480, çoğu zaman 20 ila 60 saniyelik sabit bir çalma süresinden sonra gelir ve `Reason` başlığında Q.850 nedeni 19 vardır.",
      },
    ],
    keywords: [
      "geçici olarak ulaşılamıyor",
      "kayıtlı değil",
      "rahatsız etme",
      "dnd",
      "çevrimdışı",
      "doğrudan sesli mesaja düşüyor",
      "temporarily unavailable",
    ],
  },
  481: {
    gloss: "Bu çağrı veya işlem burada bilinmiyor",
    says: "481, isteğin bu telefonun veya sunucunun bilmediği ya da artık bilmediği bir çağrıya veya işleme ait olduğunu bildirir.",
    meaning:
      "İstek, etiketleri ve `Call-ID` değeriyle ya da `branch` değeriyle bir diyaloğu veya işlemi gösterir ama alıcıda böyle bir diyalog veya işlem yoktur. Diyalog içinde kullanımı bitirir. `CANCEL` için yalnızca iptal edilecek bir şey kalmadığını söyler, çağrının kendisine dokunmaz.",
    whenYouSeeIt:
      "Bir `BYE` yolda başka bir `BYE` ile karşılaşır, nihai yanıttan sonra `CANCEL` gelir, telefon görüşme sırasında yeniden başlar ya da bitmiş bir abonelik için `NOTIFY` gelir. 481 alan bir re-`INVITE`, çağrıyı bitirir.",
    howToFix: {
      caller: "Yeniden arayın: eski çağrı karşı tarafta artık yoktur. Yeni çağrı yeni bir diyalogla başlar.",
      operator:
        "`Call-ID` değerini bütün atlamalarda izleyin ve 481'i kimin verdiğini görün. Bir çağrının isteklerinin kümede aynı düğüme gidip gitmediğine ve oturum zamanlayıcısının veya yeniden başlatmanın çağrıyı bir tarafta bitirip bitirmediğine bakın.",
      developer:
        "481'de kullanımı bitirin ve yeni bir diyalogla baştan başlayın. Az önce bitirdiğiniz bir diyaloğun `BYE` isteğine alarm vermeden yanıt verin. Eşleştirmeyi `Call-ID` ve iki etiketle, `CANCEL` için `branch` ile yapın.",
    },
    sendIt:
      "Hiçbir diyalogla eşleşmeyen `To` etiketli bir isteğe ve eşleşen işlemi olmayan bir `CANCEL` isteğine gönderin. Bir `ACK` isteğine asla yanıt vermeyin: atın. Tanımadığınız kullanıcı için 481 değil, 404 gönderin.",
    causes: [
      {
        text: "İki taraf aynı anda kapatmış ya da biri çağrıyı daha önce bitirmiştir.",
        evidence: "Aynı `Call-ID` değerini taşıyan iki `BYE` isteği yolda karşılaşır, biri veya ikisi 481 alır.",
      },
      {
        text: "Bir küme veya yük dengeleyici, isteği çağrıyı tutmayan bir düğüme göndermiştir.",
        evidence: "Diyalog sürdüğü halde 481, `INVITE` isteğinin 200'ünden başka bir adresten gelir.",
      },
      {
        text: "Bir taraf, yeniden başlatmada veya oturum zaman aşımında çağrılarını yitirmiştir.",
        evidence:
          "481 veren taraf kısa süre önce yeni bir `Call-ID` ile yeniden kaydolmuştur ya da yanıt almayan bir `BYE` göndermiştir.",
      },
      {
        text: "Bir atlama, etiketi veya `branch` değerini değiştirmiştir.",
        evidence:
          "İstekteki `To` etiketi 200'dekinden farklıdır ya da `CANCEL` isteğinin `Via` başlığındaki `branch`, `INVITE` isteğininkinden başkadır.",
      },
    ],
    keywords: [
      "çağrı yok",
      "diyalog bulunamadı",
      "çağrı bacağı",
      "eski çağrı",
      "bye 481",
      "işlem yok",
      "call does not exist",
    ],
  },
  482: {
    gloss: "İstek döngüye girip geri geldi",
    says: "482, aynı isteğin ikinci kez geldiğini bildirir: vekil sunucuda bir döngüyle, telefonda ise dallanan kopyaların birleşmesiyle.",
    meaning:
      "Bir vekil sunucu tam bu isteği daha önce ilettiğini görür ya da bir telefon tek bir isteği iki yoldan alır ve yalnızca ilkini tutar. RFC 3261 ikisi için aynı kodu kullanır. İkincisi zararsızdır: isteğin ilk kopyası hâlâ işlenmektedir.",
    whenYouSeeIt:
      "İki sunucu bilinmeyen bir numarayı birbirine iletir ya da iki kullanıcı çağrılarını birbirine yönlendirir. Telefonda: bir dallanma aynı cihaza iki kayıt girdisiyle ulaşmıştır, bu yüzden cihaz iki kez çalacaktır.",
    howToFix: {
      caller: "Hangi numarayı aradığınızı sistem yöneticisine bildirin. İkinci deneme aynı döngüye girer.",
      operator:
        "İsteğin `Via` başlıklarını sıralayın: orada iki kez geçen adres döngüyü kapatandır. Geri götüren yönlendirme kuralını kaldırın ve bir telefonun çift kayıt girdilerini silin.",
      developer:
        "Yeniden denemeyin. Dallanmada diğer dalları bekleyin: birleşen isteğin 482'si asla çağrının yanıtı değildir. Diyalog içinde diyaloğu bütün kullanımlarıyla bitirir (RFC 5057).",
    },
    sendIt:
      "Vekil sunucu olarak, `Via` içinde aynı döngü özetiyle kendi `branch` değeriniz varsa gönderin: başka bir özet, kurallara uygun bir sarmaldır. Telefon olarak, bir isteğin ikinci kopyasına gönderin. `Max-Forwards` 0 ise 483 gönderin.",
    causes: [
      {
        text: "İki sunucunun her biri, numaranın ötekine ait olduğunu sanmaktadır.",
        evidence: "`Via` listesi aynı iki adres arasında gidip gelir, Request-URI'deki numara ise aynı kalır.",
      },
      {
        text: "İki kullanıcının çağrı yönlendirmesi birbirini göstermektedir.",
        evidence:
          "Bir vekil sunucu `Via` içinde kendi `branch` değerini bulana kadar Request-URI iki kullanıcı arasında gidip gelir.",
      },
      {
        text: "Bir telefon iki kez kayıtlıdır ve dallanma ona iki girdiyle de ulaşmıştır.",
        evidence:
          "`Call-ID` değeri, `From` etiketi ve `CSeq` değeri aynı olan iki `INVITE` isteği tek bir telefona ulaşır. Yalnızca biri 482 alır.",
      },
    ],
    keywords: [
      "döngü algılandı",
      "yönlendirme döngüsü",
      "çağrı döngüsü",
      "birleşen istek",
      "çift kayıt",
      "loop detected",
      "spiral",
    ],
  },
  483: {
    gloss: "Yolda çok fazla sunucu var",
    says: "483, bir sunucunun isteği `Max-Forwards: 0` ile aldığını ve daha ileri gönderemeyeceğini bildirir.",
    meaning:
      "Her vekil sunucu `Max-Forwards` değerinden bir düşer, çoğu istek 70 ile başlar. İsteği 0 ile alan vekil sunucu onu durdurur. Başlangıç 70 ise yol neredeyse her zaman uzun değil, kimsenin bulmadığı bir döngüdür.",
    whenYouSeeIt:
      "Sunucular isteği çember içinde dolaştırır ya da bir B2BUA veya telefon `Max-Forwards` değerini, olağan bir yolun bile uzun geleceği kadar düşük verir. Bilerek düşük değerle gönderilen `OPTIONS`, traceroute gibi yolu gösterir.",
    howToFix: {
      caller:
        "Aradığınız numarayı ve saati bildirin. Arıza sunucular arasındaki yönlendirmededir, ikinci deneme bir şey değiştirmez.",
      operator:
        "`Via` başlıklarını alttan okuyun: yinelenen adresler çemberi gösterir. Geri götüren rotayı veya DNS kaydını düzeltin. 70'in çok altındaki bir başlangıç değerini yükseltin.",
      developer:
        "`Max-Forwards` ile 70 gönderin. B2BUA'da değeri yeni çağrıya taşıyıp düşürün: her iki tarafta yeniden 70 ile başlamak döngüyü sonsuz kılar. Diyalog içindeki bir 483'ü diyaloğun sonu sayın.",
    },
    sendIt:
      "İletilmesi gereken bir istekte `Max-Forwards: 0` varsa gönderin. Hedefin kendisi göndermez: kendi kullanıcısına 0 ile gelen istek işlenir. Vekil sunucu, 0 taşıyan bir `OPTIONS` isteğine kendisi yanıt verebilir.",
    causes: [
      {
        text: "Sunucular numarayı çember içinde yönlendirmekte, hiçbiri döngü denetimi yapmamaktadır.",
        evidence: "İstekteki `Via` listesinde onlarca girdi vardır ve aynı adresler yinelenir.",
      },
      {
        text: "Bir telefon veya B2BUA çok düşük bir değerle başlamaktadır.",
        evidence:
          "İlk `INVITE` isteğinde `Max-Forwards: 5` gibi bir değer vardır ve `Via` içinde hiçbir adres yinelenmez.",
      },
      {
        text: "Bir DNS kaydı veya ana makine adı vekil sunucuyu kendisine götürmektedir.",
        evidence: "`Via` listesinde hep aynı tek adres durmadan yinelenir.",
      },
    ],
    keywords: [
      "çok fazla atlama",
      "max-forwards",
      "yönlendirme döngüsü",
      "atlama sınırı",
      "döngüsel yönlendirme",
      "too many hops",
    ],
  },
  484: {
    gloss: "Numara henüz tamam değil",
    says: "484, aranan numaranın veya adresin, sunucunun hedefi belirlemesine yetmeyecek kadar kısa olduğunu bildirir.",
    meaning:
      "Request-URI geçerli bir adresin başlangıcıdır, daha çok hane gerekir. Böylece telefon haneleri çevrildikçe gönderebilir: 484 gelmeyene kadar çağrıyı daha çok haneyle yineler. Vekil sunucu, dallanmanın 4xx yanıtları arasında onu tercih eder.",
    whenYouSeeIt:
      "Telefon, arama planı erken eşleştiği ya da hane zamanlayıcısı dolduğu için çağrıyı son haneden önce göndermiştir. Asterisk, daha çok dahili eşleşebiliyorsa ve kademeli arama (overlap dialling) açıksa bunu verir.",
    howToFix: {
      caller:
        "Numaranın tamamını alan kodu ve şehirler arası önekiyle çevirin. Siz yazarken arayan bir telefonda numarayı ahizeyi kaldırmadan önce girin.",
      operator:
        "Request-URI'deki haneleri numara planıyla karşılaştırın. Telefonun hane zamanlayıcısını veya arama planını uzatın. Hane silen kurallara bakın, kademeli aramayı iki tarafta da aynı biçimde açın ya da kapatın.",
      developer:
        "Kademeli aramada daha çok hane toplayıp yeni bir `INVITE` gönderin. Kademeli arama yoksa kullanıcıya numaranın eksik olduğunu gösterin. Aynı numarayı yinelemeyin.",
    },
    sendIt:
      "Şimdiye kadarki haneler geçerli bir numaranın başıysa gönderin ve neyin eksik olduğunu gerekçe ifadesinde söyleyin. Hiçbir hanenin tamamlayamayacağı numara için 404 gönderilir.",
    causes: [
      {
        text: "Telefon, arama planı veya hane zamanlayıcısı yüzünden çağrıyı erken göndermiştir.",
        evidence:
          "Request-URI, kullanıcının kastettiği numaradan birkaç hane önce biter ve `INVITE` çevirme sırasındaki bir duraklamada çıkmıştır.",
      },
      {
        text: "Yoldaki bir kural haneleri silmiştir.",
        evidence: "Request-URI ilk atlamada tamdır, 484 alan atlamada ise daha kısadır.",
      },
      {
        text: "Bu trunk için alan kodu veya ülke öneki eksiktir.",
        evidence: "Aynı numara tam önekiyle geçer ve ağ geçidinin `Reason` başlığında Q.850 nedeni 28 yazar.",
      },
    ],
    keywords: [
      "eksik numara",
      "adres eksik",
      "kademeli arama",
      "overlap dialing",
      "numara çok kısa",
      "çevirirken kesiliyor",
      "address incomplete",
    ],
  },
  485: {
    gloss: "Bu adresle birden çok kullanıcı eşleşiyor",
    says: "485, adresin birden çok kullanıcıyla eşleştiğini ve bir insanın seçmesi gerektiğini bildirir.",
    meaning:
      "Request-URI belirsizdir; o adda üç kişinin olduğu bir şirkette `sip:lee@example.com` gibi. Yanıt, kesin adresleri `Contact` içinde sıralayabilir. 300'ün seçeneklerinden farklı olarak bunlar ayrı insanlara aittir; bu yüzden hiçbir yazılım onları sırayla deneyemez.",
    whenYouSeeIt:
      "Bir rehber veya telesekreter sistemi adla aramaya izin verir ve birkaç kişi bulur. Nadirdir: çoğu sunucu 404 verir; ad listesi gizli olabileceğinden sunucunun bunu yapabilmesi de gerekir.",
    howToFix: {
      caller: "Telefonunuzun gösterdiği listeden kişiyi seçin ya da kesin adresi veya dahiliyi arayın.",
      operator:
        "Her kullanıcıya yalnızca kendisiyle eşleşen bir takma ad verin. Adlar gizliyse sunucuyu 404 verecek ya da `Contact` başlıklarını koymayacak şekilde ayarlayın.",
      developer:
        "`Contact` listesini gösterip kullanıcıya seçtirin. Girdileri 3xx'te yaptığınız gibi sırayla asla denemeyin: bunlar ayrı insanlardır. Liste yoksa kesin bir adres isteyin.",
    },
    sendIt:
      "@ işaretinden önceki kısım birkaç kullanıcıyla eşleşiyorsa, `Contact` başlığını da yalnızca adların gösterilebildiği yerde koyarak gönderin. Bir kullanıcının birkaç telefonu bu duruma girmez: çağrıyı dallandırın ya da 300 veya 302 gönderin.",
    causes: [
      {
        text: "Aranan takma adı veya adı iki ya da daha çok kullanıcı paylaşmaktadır.",
        evidence: "485, aynı alan adının farklı kullanıcılarını gösteren birkaç `Contact` başlığı sıralar.",
      },
      {
        text: "Kısa bir önekle yapılan rehber sorgusu birkaç girdi bulmaktadır.",
        evidence: "Request-URI'nin kullanıcı kısmı kısa bir ad veya birkaç hanedir; daha uzunu geçer.",
      },
    ],
    keywords: ["belirsiz adres", "birden çok kullanıcı", "adla arama", "aynı takma ad", "ambiguous"],
  },
  486: {
    gloss: "Bu telefonda meşgul",
    says: "486, bu tek telefonun meşgul olduğunu bildirir; aynı kullanıcının diğer telefonları yine cevaplayabilir.",
    meaning:
      "İstek, kullanıcısı görüşmede olan ya da şu an yeni bir çağrı istemeyen bir uç sisteme ulaşmıştır. Yalnızca o telefon adına konuşur: dallandıran vekil sunucu diğerlerini çaldırmayı sürdürür ve 486'yı ancak daha iyisi gelmezse yukarı gönderir.",
    whenYouSeeIt:
      "Aranan telefonla görüşmektedir ve çağrı bekletme kapalıdır, reddetme düğmesine basılmıştır ya da telefonun son boş hattı doludur. Birçok telefon reddedilen çağrıya 486, rahatsız etmede 480 verir.",
    howToFix: {
      caller: "Daha sonra, yanıtta `Retry-After` varsa orada yazan süreden sonra yeniden arayın.",
      operator:
        "Hattın çağrı sınırına ve rahatsız etmenin durumuna bakın. 486'da yanıtı arayana iletmek yerine telesekreter veya kuyruk sunun.",
      developer:
        "Hemen yeniden aramayın ve onu kullanıcının her yerdeki yanıtı saymayın. B2BUA'nız onu başka bir koddan üretiyorsa özgün kodu `Reason` başlığında saklayın.",
    },
    sendIt:
      "Bu telefon çağrıyı şu an alamıyor ama kullanıcının başka bir telefonu alabilirse gönderin. 600'ü yalnızca kullanıcının hiçbir telefonunun cevaplamayacağını biliyorsanız, 480'i kullanıcı meşgul değil de uzaktaysa gönderin.",
    causes: [
      {
        text: "Telefon görüşmededir ve çağrı bekletme kapalıdır.",
        evidence: "486, `INVITE` isteğinden sonra bir saniye içinde gelir ve öncesinde 180 yoktur.",
      },
      {
        text: "Aranan, telefonda reddetme düğmesine basmıştır.",
        evidence: "Önce 180, birkaç saniye sonra da 486 gelmiştir.",
      },
      {
        text: "PBX'teki çağrı sınırı, çoktan bitmiş bir çağrıyı saymaktadır.",
        evidence: "486, PBX adresinden gelir ve arananın telefonu hiç `INVITE` almamıştır.",
      },
    ],
    keywords: ["meşgul", "hat meşgul", "meşgul sesi", "kullanıcı meşgul", "reddetme", "busy here", "busy"],
  },
  487: {
    gloss: "Çağrı cevaplanmadan iptal edildi",
    says: "487, isteğin bir `CANCEL` veya `BYE` tarafından durdurulduğu için cevapsız bittiğini bildirir.",
    meaning:
      "Göndereninin vazgeçtiği bir `INVITE` isteğinin nihai yanıtıdır. `CANCEL` isteğinin kendisi 200, `INVITE` ise 487 alır. Arıza bildirmez: yukarı yönde biri ya da bir zamanlayıcı denemeyi bitirmiştir, 487 de telefonun çalmayı bıraktığını doğrular.",
    whenYouSeeIt:
      "Arayan çalarken kapatmıştır, PBX'in çalma zamanlayıcısı dolmuştur ya da çalma grubundaki başka bir telefon önce cevaplamıştır. Çağrı kayıtlarında 487, reddedilen değil vazgeçilen bir çağrı demektir.",
    howToFix: {
      caller:
        "Daha uzun çaldırın ya da başka bir saatte arayın. Kapatan siz değilseniz telefonunuzun veya sağlayıcınızın bir zamanlayıcısıdır.",
      operator:
        "İlk `CANCEL` isteğini kimin, kaç saniye sonra gönderdiğini bulun. 20 veya 30 saniye gibi sabit bir süre bir zamanlayıcıdır: onu telesekreterinkinin üzerine çıkarın. `Reason` başlığını okuyun.",
      developer:
        "`CANCEL` gönderdikten sonra çağrıyı nihai yanıta kadar tutun: bir 200 yolda onunla karşılaşabilir; o zaman `ACK` ve `BYE` göndermeniz gerekir. Aranan telefonda `Reason` içindeki `cause=200`, cevapsız değil, başka yerde cevaplandı demektir.",
    },
    sendIt:
      "Eşleşen bir `CANCEL` veya `BYE` geldiğinde ya da `Expires` süresi dolduğunda bekleyen `INVITE` isteğine gönderin. `CANCEL` isteğinin kendisi 200 alır, asla 487 almaz. Kendi çalma zamanlayıcınız çağrıyı 480 ile bitirir.",
    causes: [
      {
        text: "Arayan, cevaptan önce kapatmıştır.",
        evidence: "İlk `CANCEL`, arayanın telefonundan ve her çağrıda farklı bir saniyede gelir.",
      },
      {
        text: "PBX'teki veya vekil sunucudaki çalma zamanlayıcısı dolmuştur.",
        evidence: "İlk `CANCEL`, bir sunucudan ve her çağrıda aynı saniyede gelir.",
      },
      {
        text: "Gruptaki başka bir telefon cevaplamıştır.",
        evidence: "Başka bir daldaki 200, çoğu zaman `Reason: SIP;cause=200` taşıyan `CANCEL` isteğinden önce gelir.",
      },
    ],
    keywords: [
      "istek sonlandırıldı",
      "iptal edildi",
      "arayan kapattı",
      "vazgeçilen çağrı",
      "cevapsız çağrı",
      "request terminated",
      "originator cancel",
    ],
  },
  488: {
    gloss: "Bu oturum bu telefona uymuyor",
    says: "488, bu telefonun oturumu teklif edildiği haliyle kabul edemediğini bildirir: codec, şifreleme, medya veya adres uymaz.",
    meaning:
      "Telefon isteği anlamıştır ama içindeki SDP ona uymaz. Yalnızca bu telefon adına konuşur: başka biri aynı teklifi kabul edebilir. Re-`INVITE` veya `UPDATE` için çağrı, önceki medyasıyla değişmeden sürer.",
    whenYouSeeIt:
      "Ortak codec yoktur, bir taraf SRTP istemektedir ya da bir WebRTC istemcisi sıradan bir SIP telefonuyla karşılaşmıştır. Süren bir çağrıda, telefonun desteklemediği bir değişikliğe yanıttır: görüntü, T.38 ile faks ya da bir beklemeye alma biçimi.",
    howToFix: {
      caller:
        "Görüntü olmadan ya da başka bir telefondan deneyin. Süren bir çağrıda konuşmaya devam edin: yalnızca değişiklik reddedilmiştir.",
      operator:
        "İki tarafın codec'lerini ve medya profilini karşılaştırın: `RTP/AVP` düz, `RTP/SAVP` SRTP, `UDP/TLS/RTP/SAVPF` WebRTC'dir. Ortak bir codec ekleyin ya da PBX'te veya SBC'de kod dönüştürün.",
      developer:
        "`Warning` başlığını ve gövdeyi okuyun, teklifi değiştirip bir kez daha gönderin. Reddedilen bir re-`INVITE` sonrasında eski oturumu koruyun: 488, `BYE` için neden değildir.",
    },
    sendIt:
      "Bu telefonun kabul edemeyeceği bir teklife, `Warning` başlığı ve gövde olarak kendi yeteneklerinizle gönderin. 606'yı yalnızca kullanıcının hiçbir telefonu yapamayacaksa gönderin. Okuyamadığınız gövde türü için 415, karşılayamadığınız `Accept` için 406 gönderilir.",
    causes: [
      {
        text: "İki tarafın ortak codec'i yoktur.",
        evidence:
          "`INVITE` isteğinin `m=audio` satırındaki yük türlerinin hiçbiri aranan tarafta açık değildir. `Warning` başlığında çoğu zaman 305 veya 304 vardır.",
      },
      {
        text: "Bir taraf SRTP veya DTLS istemekte, diğeri sunmamaktadır.",
        evidence: "Aranan `RTP/SAVP` veya `UDP/TLS/RTP/SAVPF` isterken `m=` satırında `RTP/AVP` yazar ya da tam tersi.",
      },
      {
        text: "Süren bir çağrıda T.38 veya görüntü teklifi reddedilmiştir.",
        evidence:
          "488, `m=image` veya `m=video` içeren bir re-`INVITE` isteğine yanıttır ve çağrının RTP'si akmayı sürdürür.",
      },
    ],
    keywords: [
      "burada kabul edilemez",
      "codec uyuşmazlığı",
      "ortak codec yok",
      "srtp gerekli",
      "t.38 reddedildi",
      "sdp reddedildi",
      "not acceptable here",
      "webrtc",
    ],
  },
  489: {
    gloss: "Bu olay paketi burada bilinmiyor",
    says: "489, sunucunun `Event` başlığındaki olay paketini tanımadığını bildirir.",
    meaning:
      "Bir `SUBSCRIBE`, `NOTIFY` veya `PUBLISH`; `dialog`, `presence` veya `message-summary` gibi bir olay paketini belirtir, alıcı ise onu desteklemez. Yöntemin kendisi bilinmektedir: yoksa yanıt 405 veya 501 olurdu. Abonelik biter ya da hiç başlamaz.",
    whenYouSeeIt:
      "Telefon, bu özelliği olmayan bir sunucudan meşgul lambası, durum bilgisi veya mesaj bekliyor bildirimi ister. Abone olmamış bir telefona, istenmeden gönderilen mesaj bildirimi gibi bir `NOTIFY` gelir.",
    howToFix: {
      caller:
        "Çağrılar etkilenmez. Durum bilgisi veya meşgul lambaları gibi, sağlayıcınızın sunmadığı özelliği kapatın.",
      operator:
        "`Event` başlığını, yanıttaki `Allow-Events` paketleriyle karşılaştırın. Onun modülünü yükleyin (Asterisk'te mesaj bekliyor için `res_pjsip_mwi`) ya da özelliği telefonlarda kapatın.",
      developer:
        "Bu sunucuda bu paketten vazgeçin, döngüye girip yenilemeyin. Paketlerinizi 489'un `Allow-Events` başlığında sıralayın. Bir `NOTIFY` 489 alırsa aboneliği kaldırın.",
    },
    sendIt:
      "`Event` eksikse ya da desteklemediğiniz bir paketi gösteriyorsa `Allow-Events` ile gönderin. Bildiğiniz ama bu kullanıcıya açmadığınız olay paketi için 403, bilmediğiniz yöntem için 501 gönderilir.",
    causes: [
      {
        text: "Telefon, sunucuda olmayan bir özelliğe abone olmaktadır.",
        evidence: "`Event: presence` taşıyan `SUBSCRIBE` 489 alır ve birkaç dakikada bir yinelenir.",
      },
      {
        text: "Paketin modülü PBX'te yüklü değildir.",
        evidence: "Paket `Allow-Events` içinde yoktur ve aynı telefon, onu listeleyen bir sunucuda çalışır.",
      },
      {
        text: "Bir sunucu istenmeden `NOTIFY` göndermektedir.",
        evidence:
          "`NOTIFY` isteğinden önce `SUBSCRIBE` yoktur, `Event` ise `message-summary` veya `check-sync` gibidir.",
      },
    ],
    keywords: [
      "olay paketi",
      "blf çalışmıyor",
      "mesaj bekliyor",
      "mwi",
      "durum bilgisi",
      "abonelik reddedildi",
      "bad event",
    ],
  },
  491: {
    gloss: "İki taraf çağrıyı aynı anda değiştirdi",
    says: "491, bu isteğin aynı çağrının başka bir değişikliğiyle çakıştığını ve az sonra yeniden denenmesi gerektiğini bildirir.",
    meaning:
      "İki taraf aynı çağrı için aynı anda re-`INVITE` veya `UPDATE` göndermiştir; buna çakışma (glare) denir. Her biri ötekininkini geri çevirir. RFC 3261 onlara farklı bekleme süreleri verir: `Call-ID` sahibi 2,1 ila 4 saniye, öteki taraf 0 ila 2 saniye bekler.",
    whenYouSeeIt:
      "Beklemeye alma, oturum zamanlayıcısı ve codec değişikliği aynı ana denk gelir; çoğu zaman cevaptan hemen sonra, iki PBX sistemi de medyayı taşımak isterken. Bir iki tanesi olağandır, yalnızca döngüsü arızadır.",
    howToFix: {
      caller:
        "Birkaç saniye bekleyip beklemeye alma veya aktarma tuşuna yeniden basın. Çağrının kendisi önceki medyasıyla sürer.",
      operator:
        "Yineleniyorsa çağrıyı yalnızca bir taraf değiştirsin: PBX'lerden birinde doğrudan medya kapalı olsun ya da oturum zamanlayıcısının yenileyicisi sabit olsun. Asterisk'te `direct_media_glare_mitigation` seçeneğine bakın.",
      developer:
        "RFC 3261 §14.1'deki rastgele zamanlayıcıyı başlatın, dolunca değişiklik hâlâ isteniyorsa bir kez daha deneyin. Oturumu olduğu gibi koruyun. İki tarafta aynı olan bir zamanlayıcı yeniden çakışır.",
    },
    sendIt:
      "Diyalogda kendi isteğiniz sürerken gelen bir `INVITE` isteğine ya da açık bir teklifinizle karşılaşan bir teklife gönderin. Karşı tarafın kendi önceki `INVITE` isteği hâlâ açıksa `Retry-After` ile 500 gönderin.",
    causes: [
      {
        text: "İki taraf da medyayı taşımak için cevabın hemen ardından re-`INVITE` göndermektedir.",
        evidence:
          "Aynı `Call-ID` değerini taşıyan iki `INVITE` isteği bir gidiş dönüş süresi içinde çakışır ve ikisi de 491 alır.",
      },
      {
        text: "İki taraf da oturum zamanlayıcısını kendisinin yenilediğini sanmaktadır.",
        evidence: "Çakışma, `Session-Expires` süresinin yarısında yinelenir ve iki teklif de öncekiyle aynıdır.",
      },
      {
        text: "Daha önceki bir `INVITE` hiç nihai yanıt almamıştır ve göndereni onu hâlâ açık tutmaktadır.",
        evidence:
          "İz kaydında aynı `Call-ID` değerini taşıyan, nihai yanıtı olmayan bir `INVITE` görünür ve karşı taraftan gelen her değişiklik 491 alır.",
      },
    ],
    keywords: [
      "bekleyen istek",
      "çakışma",
      "yeniden invite çakışması",
      "beklemeye alınamıyor",
      "oturum zamanlayıcısı",
      "request pending",
      "glare",
    ],
  },
  493: {
    gloss: "Şifreli gövde burada okunamıyor",
    says: "493, gövdenin bu telefonda olmayan bir anahtar için S/MIME ile şifrelendiğini bildirir.",
    meaning:
      "Alıcı, şifreli MIME gövdesinin anahtarına sahip değildir ya da onu kullanmayacaktır. Yanıt, gövdesinde doğru açık anahtarı getirebilir. Konu mesajın içindeki S/MIME'dır; yoldaki TLS ya da ses için SRTP değildir.",
    whenYouSeeIt:
      "Bir istemci SDP'sini veya mesajını S/MIME ile şifreler ve arananın eski bir sertifikasını kullanır. Nadirdir: sahadaki telefonların hemen hiçbiri S/MIME desteklemez, desteklemeyen ise bunun yerine 415 verir.",
    howToFix: {
      caller:
        "Bu kişi için mesaj gövdelerinin şifrelenmesini kapatın ya da kişinin yeni sertifikasını alın. Gizli görüşmeler için TLS ve SRTP kullanın.",
      operator:
        "Gönderende bu kullanıcı için hangi sertifikanın bulunduğuna ve ne zaman sona erdiğine bakın. Bir kullanıcının bütün cihazlarına aynı anahtarı verin: dallanma herhangi birine ulaşabilir.",
      developer:
        "493'ün gövdesinde sertifika varsa doğrulayın, yeniyse kullanıcıya sorun ve onunla yeniden şifreleyin. Sertifikasız 493 bütün şifreli gövdeleri reddeder. Kullanıcıya sormadan gövdeyi asla şifresiz göndermeyin.",
    },
    sendIt:
      "Desteklediğiniz ama çözemediğiniz bir S/MIME gövdesine, gövde olarak kendi sertifikanızla gönderin. `application/pkcs7-mime` türünü hiç desteklemiyorsanız `Accept` ile 415 gönderin.",
    causes: [
      {
        text: "Gönderen, arananın eski veya yanlış bir sertifikasını kullanmıştır.",
        evidence:
          "İstekte `Content-Type: application/pkcs7-mime` vardır ve alıcı seri numarası arananın sertifikasındakinden farklıdır.",
      },
      {
        text: "Dallanma, kullanıcının anahtarı olmayan bir cihazına ulaşmıştır.",
        evidence: "Bir dal 493 verir, aynı isteği alan başka bir dal 180 veya 200 verir.",
      },
    ],
    keywords: ["şifre çözülemiyor", "s/mime", "şifreli gövde", "okunamayan gövde", "sertifika", "undecipherable"],
  },
  494: {
    gloss: "Önce bu atlamayla güvenlikte anlaşın",
    says: "494, sonraki atlamanın önce bir güvenlik mekanizmasında anlaşmak istediğini bildirir ve desteklediklerini sıralar.",
    meaning:
      "Sunucu, isteği şart koştuğu koruma olmadan ya da gönderdiğinden farklı bir `Security-Verify` listesiyle almıştır. Mekanizmalarını `Security-Server` içinde sıralar. Yalnızca bu atlamayı ilgilendirir (RFC 3329) ve aranan hakkında bir şey söylemez.",
    whenYouSeeIt:
      "Neredeyse yalnızca P-CSCF'in IPsec veya TLS istediği IMS ve VoLTE'de. Orada ilk `REGISTER` normalde `Security-Server` ile 401 alır; bu yüzden 494, eksik veya değiştirilmiş bir listeye işaret eder.",
    howToFix: {
      caller:
        "Telefonu veya hattı kapatıp açın ki yeniden kaydolup güvenlikte anlaşsın. Bu işe yaramazsa sorunu operatörün çözmesi gerekir.",
      operator:
        "`Security-Client`, `Security-Server` ve `Security-Verify` başlıklarını iki tarafta karşılaştırın. Bunları değiştiren bir SBC veya ALG ve yalnızca tek tarafta bulunan `ipsec-3gpp` gibi bir mekanizma arayın.",
      developer:
        "`Security-Server` içinde en yüksek `q` değerli bildiğiniz mekanizmayı seçip başlatın ve isteği onun üzerinden yineleyin; `Security-Verify` birebir kopyalanmış, `sec-agree` de `Require` ve `Proxy-Require` içinde olsun.",
    },
    sendIt:
      "`sec-agree` içeren korumasız bir isteğe ya da `Security-Verify` sizin listenizden farklıysa gönderin. Her zaman `Security-Server` ekleyin. `sec-agree` içermeyen istek 421, birkaç `Via` taşıyan 502 alır.",
    causes: [
      {
        text: "RFC 3329'un beklediği gibi, istemcinin ilk isteği korumasızdır.",
        evidence:
          "`REGISTER` isteğinde `Security-Client`, 494'te `Security-Server` vardır ve sonraki istek başarılı olur.",
      },
      {
        text: "Yoldaki bir şey, mekanizma listesini değiştirmiştir.",
        evidence:
          "Sunucudaki `Security-Verify`, göndermiş olduğu `Security-Server` listesinden sıra veya parametre bakımından farklıdır.",
      },
      {
        text: "İstemci ile sunucunun ortak mekanizması yoktur.",
        evidence:
          "`Security-Client` içindeki adların hiçbiri `Security-Server` içinde yoktur ve istemci 494'ten sonra durur.",
      },
    ],
    keywords: ["güvenlik anlaşması gerekli", "sec-agree", "ipsec", "ims kaydı", "volte", "security-server"],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
