import type { CodeTexts } from "../texts.ts";

/** Provisional, successful and redirecting. */
export const codes1xx2xx3xx = {
  100: {
    gloss: "İstek sonraki sunucunun elinde",
    says: "100, isteğin sonraki sunucunun elinde olduğunu ve işlendiğini bildirir; arananın telefonu bundan henüz habersiz olabilir.",
    meaning:
      "Sonraki atlama isteği almış ve üstlenmiştir. Arayanın UDP üzerinden `INVITE` isteğini yeniden göndermesini durdurur; yaptığı bundan ibarettir: durum tutan bir vekil sunucu 100'ü asla iletmez, her atlama kendi 100'ünü gönderir.",
    whenYouSeeIt:
      "Hemen her çağrıda, `INVITE` isteğinden birkaç milisaniye sonra. Sunucu, yanıtının 200 ms'den uzun süreceğini öngörüyorsa gönderir. Diğer yöntemlerde nadirdir ve UDP üzerinde hiçbir zaman erken gelmez.",
    howToFix: {
      caller:
        "Sonraki yanıtı bekleyin. 100'den sonra bir şey gelmiyorsa arıza telefonunuzda değil, ilk sunucunun arkasındadır.",
      operator:
        "Çağrılar 100'de kalıyorsa `INVITE` isteğini, 100'ü gönderen sunucunun çıkışında izleyin: DNS sorgusu, rota, sonraki atlamanın yanıtı. Hiç yanıt almayan bir dal arayın.",
      developer:
        "Gelince Timer A'yı durdurun ve beklemeyi sürdürün. Diyalog oluşturmaz, `ACK` da almaz. İlk geçici yanıttan itibaren `CANCEL` gönderilebilir; bunun için 100 yeterlidir.",
    },
    sendIt:
      "Nihai yanıt 200 ms'den uzun sürebilecekse `INVITE` isteğine gönderin. UDP üzerindeki diğer yöntemlere, RFC 4320'nin dediği gibi ancak istemcinin Timer E'si T2'ye ulaştıktan sonra gönderin.",
    causes: [
      {
        text: "100 gönderen sunucunun arkasındaki atlama yanıt vermemektedir.",
        evidence:
          "Sunucu aynı `INVITE` isteğini 0; 0,5; 1,5 ve 3,5 sn'de ileri gönderir, arayan ise 408 gelene kadar yalnızca 100'ü görür.",
      },
      {
        text: "100, arayana dönüş yolunu bulamamaktadır.",
        evidence:
          "100 gönderildiği halde `INVITE` aynı `branch` ile yeniden gelir. `Via` başlığındaki `received` ve `rport` değerleri, 100'ün gittiği yerden farklıdır.",
      },
    ],
    keywords: ["trying", "100 trying", "trying'de kalıyor", "çağrı ilerlemiyor", "invite tekrarı", "çalma yok"],
  },
  180: {
    gloss: "Telefon çalıyor",
    says: "180, çağrının aranan tarafın telefonuna ulaştığını ve telefonun kullanıcıyı uyardığını bildirir; arayanın telefonu çalma tonu verebilir.",
    meaning:
      "Bir uç sistem `INVITE` isteğini almıştır ve kullanıcısının dikkatini çekmeye çalışmaktadır. `To` etiketi taşıyorsa erken diyalog açar. Söz vermez: ardından her türlü nihai yanıt gelebilir.",
    whenYouSeeIt:
      "Arananın telefonu çalmaktadır. Dallanan bir çağrıda her telefon için `To` etiketiyle ayırt edilen ayrı bir 180 gelir. Ağ geçidi veya PBX çoğu zaman daha hiçbir telefon çalmadan 180 gönderir.",
    howToFix: {
      caller:
        "Bekleyin ya da kapatın; kapatınca `CANCEL` gider. 180'den sonra çalma tonu duymuyorsanız ağa değil, telefonunuzun çalma tonu ayarına bakın.",
      operator:
        "180'i kimin gönderdiğine bakın: 180'i kendisi veren bir PBX, çevrimdışı telefonları gizler. Asterisk bunu `Ringing()` ile ve `r` seçenekli `Dial()` ile yapar.",
      developer:
        "180'de hangi SDP olursa olsun, RTP gerçekten gelene kadar yerel tonu çalın. Her `To` etiketi için ayrı bir erken diyalog tutun. `100rel` yoksa 180 kaybolabilir; ona asla bel bağlamayın.",
    },
    sendIt:
      "Kullanıcı gerçekten uyarılırken gönderin. Arayanın bir anons ya da uzak ağın tonunu duyması gerekiyorsa SDP'li 183 gönderin. Uzun çalmada 180'i her dakika yineleyin, yoksa bir vekil sunucu iptal edebilir.",
    causes: [
      {
        text: "Arayan çalma tonu duymamaktadır: SDP, 180 ile ya da ondan önce gelmiş, ardından RTP gelmemiştir.",
        evidence:
          "Bir 183 veya 180 `Content-Type: application/sdp` taşır, telefon medya portunu açar ve 200'den önce ona hiç RTP paketi ulaşmaz.",
      },
      {
        text: "PBX, çağrının hiç ulaşmadığı bir telefonu çalıyor diye bildirmektedir.",
        evidence: "180, milisaniyeler içinde PBX adresinden gelir, öncesinde PBX'ten telefona hiç `INVITE` çıkmaz.",
      },
      {
        text: "Telefon uzun uzadıya çalar ve arayanın vekil sunucusu çağrıyı iptal eder.",
        evidence:
          "3 dakika boyunca hiç geçici yanıt yoktur, sonra Timer C'si dolan vekil sunucudan `CANCEL` ve 487 veya 408 gelir.",
      },
    ],
    keywords: ["çalıyor", "telefon çalıyor", "çalma tonu yok", "arayan çalma sesi duymuyor", "ringing", "ringback"],
  },
  181: {
    gloss: "Yönlendirildi, bağlantı sürüyor",
    says: "181, çağrının aranandan başka bir hedefe gitmekte olduğunu bildirir; arayanın yeni hedefi beklemesi gerekir.",
    meaning:
      "Çağrıyı kendisi yönlendiren sunucu bunu arayana haber verir. Arayanın işlemi devam eder, ondan yeni bir `INVITE` beklenmez. RFC 3261, gönderip göndermemeyi sunucuya bırakır.",
    whenYouSeeIt:
      "PBX'te veya uygulama sunucusunda çağrı yönlendirme: koşulsuz, meşgulde veya cevapsızda. Çoğu zaman 181'in hemen ardından telesekreter cevaplar.",
    howToFix: {
      caller:
        "Bekleyin. İstemediğiniz bir yere düşerseniz aranana söyleyin: yönlendirme sizin telefonunuzda değil, karşı tarafta ayarlıdır.",
      operator:
        "Yönlendiren kuralı bulun: telefonda, PBX'te ve operatörde birer kural olabilir. `History-Info` veya `Diversion`, kimin neden yönlendirdiğini söyler.",
      developer:
        "Mümkünse kullanıcıya gösterin ve beklemeyi sürdürün. Duyulmakta olan çalma tonunu kesmeyin. Yeni hedefe kendiniz istek göndermeyin: onu isteyen 302'dir.",
    },
    sendIt:
      "Çağrıyı sunucunuz yönlendiriyorsa ve bilmek arayanın işine yarıyorsa gönderin. Yeni adresi arayanın kendisi arasın istiyorsanız 302 gönderin. Yeni hedef gizli kalmalıysa hiç göndermeyin.",
    causes: [
      {
        text: "Arananın unuttuğu bir yönlendirme kuralı çağrıları telesekretere göndermektedir.",
        evidence:
          "İlk `INVITE` isteğinin hemen ardından bir 181 ve farklı Request-URI'li yeni bir `INVITE` görülür; arananın telefonuna hiçbiri gitmez.",
      },
      {
        text: "İki yönlendirme kuralı birbirini göstermektedir.",
        evidence: "Peş peşe birkaç 181, `History-Info` başlığında hep aynı kullanıcı, sonra bir 482 veya 483.",
      },
    ],
    keywords: [
      "çağrı yönlendirme",
      "yönlendirildi",
      "doğrudan sesli mesaja düşüyor",
      "yönlendirme kuralı",
      "call forwarding",
      "diversion",
    ],
  },
  182: {
    gloss: "Kuyrukta bekliyor",
    says: "182, arananın çağrıyı şu an alamadığını ve sunucunun çağrıyı reddetmek yerine kuyrukta tuttuğunu bildirir.",
    meaning:
      "Çağrı, biri boşalana kadar cevaplanmadan bekletilir. Gerekçe ifadesi kuyruktaki sıra gibi daha fazla bilgi verebilir; kuyruk ilerledikçe sunucu yeni 182 yanıtları gönderebilir. Sonunda yine bir nihai yanıt gelir.",
    whenYouSeeIt:
      "Sunucusu cevaplamadan kuyruğa alan çağrı merkezleri ve hunt grupları. Çoğu kuyruk, varsayılan haliyle FreePBX de, bunun yerine 200 ile cevaplar; çünkü müzik ve anonslar o zaman her arayana ulaşır.",
    howToFix: {
      caller:
        "İstediğiniz kadar bekleyin, kuyruktan çıkmak için kapatın. 200 gönderilmediğinden bekleme süresi genellikle ücretlendirilmez.",
      operator:
        "Yoldaki bütün vekil sunucuların zamanlayıcılarını en uzun beklemeden uzun tutun ya da çağrıyı önce cevaplayıp sonra kuyruğa alın. Operatörler cevaplanmayan çağrıları çoğu zaman yaklaşık 3 dakikada bitirir.",
      developer:
        "Her yeni 182'nin gerekçe ifadesini gösterin. UAS olarak 100 dışındaki bir geçici yanıtı her dakika yineleyin, yoksa bir vekil sunucunun Timer C'si 3 dakika sonra çağrıyı bitirir.",
    },
    sendIt:
      "Çağrıyı cevaplamadan kuyruğa aldığınızda, sırası değiştiğinde ve en az her dakika gönderin. Kimse gelmeyecekse 486 veya 480, arayanın uzun süre anons duyması gerekiyorsa 200 ile yanıt verin.",
    causes: [
      {
        text: "Çağrı kuyrukta beklerken bir vekil sunucu veya operatör vazgeçmektedir.",
        evidence:
          "180 sn gibi yuvarlak bir süre sonra yukarı yönden `CANCEL` gelir ve önceki dakikalarda hiç 182 gönderilmemiştir.",
      },
      {
        text: "Arayanın telefonu 182'yi tanımamakta ve hiçbir şey göstermemektedir.",
        evidence: "182, telefona ulaşır ama hat sessiz kalır; başka bir çağrıda 180 veya SDP'li 183 ise ton verdirir.",
      },
    ],
    keywords: ["kuyrukta", "çağrı kuyruğu", "sırada bekleme", "çağrı merkezi", "bekleme kuyruğu", "queued"],
  },
  183: {
    gloss: "İlerleme, çoğu zaman cevaptan önce sesle",
    says: "183, çağrının ilerlediğini bildirir; içinde SDP varsa arayan, kimse cevaplamadan önce uzak ağı duyabilir.",
    meaning:
      "Başka hiçbir 1xx'in uymadığı bir bildirimdir. Uygulamada SDP taşır ve erken medyayı açar: ton veya anons karşı taraftan RTP olarak gelir. Kimse cevaplamamıştır ve yaygın uygulamaya göre ücret işlemez.",
    whenYouSeeIt:
      "Telefon şebekesine giden çağrılarda: ağ geçidi uzak santralin tonunu ya da “aradığınız numara kullanılmamaktadır” anonsunu gönderir. Asterisk onu `Progress()`, FreeSWITCH `pre_answer`, Cisco ağ geçitleri ise ISDN tarafının tonları için gönderir.",
    howToFix: {
      caller:
        "Dinleyin: 183'ten sonraki anons çoğu zaman ardından gelen koddan fazlasını söyler. Hiçbir şey duymuyorsanız, çağrı cevaplanınca sesin gelip gelmediğini bildirin.",
      operator:
        "Cevaptan önce sessizlik varsa 200'den önce RTP'nin güvenlik duvarından arayana geçtiğinden ve SBC'nin erken medyayı engellemediğinden emin olun. Çift ton duyuluyorsa SDP'siz 180 gönderin.",
      developer:
        "RTP gelince erken medyayı, 180 gelip RTP gelmiyorsa yerel tonu çalın. SDP'yi ait olduğu `To` etiketine uygulayın. SDP'siz bir 183, çalan tonu durdurmamalıdır.",
    },
    sendIt:
      "Arayan cevaptan önce ses duymalıysa SDP ile gönderin. Telefon yalnızca çalıyorsa 180 gönderin. Anons kaybolmamalıysa `100rel` ile güvenilir biçimde gönderin.",
    causes: [
      {
        text: "Erken medya duyurulmuş, sonra engellenmiş ya da özel bir adrese gönderilmiştir.",
        evidence:
          "183'ün veya `INVITE` isteğinin SDP'sinde `c=IN IP4 192.168.1.20` gibi bir satır vardır ve 200'den önce arayana hiç RTP ulaşmaz.",
      },
      {
        text: "Karşı taraf erken medya duyurmuş ama hiç göndermemiştir.",
        evidence:
          "183'te SDP vardır, gönderenin yanında alınan paket kaydında ondan çıkan RTP görünmez ve arayanın telefonu kendi tonunu kapatmıştır.",
      },
      {
        text: "Dallanmanın birkaç dalı aynı anda erken medya göndermektedir.",
        evidence: "Farklı `To` etiketli iki veya daha çok 183 ve arayanın aynı portuna iki adresten gelen RTP.",
      },
    ],
    keywords: [
      "erken medya",
      "çalma tonu yok",
      "cevaptan önce sessizlik",
      "anons",
      "session progress",
      "early media",
      "pre-answer",
    ],
  },
  199: {
    gloss: "Bir erken diyalog sona erdi",
    says: "199, dallanan bir çağrıdaki telefonlardan birinin payına düşeni bitirdiğini, çağrının kendisinin ise sürdüğünü bildirir.",
    meaning:
      "`To` etiketinin gösterdiği tek bir erken diyalog bitmiştir. `Reason` başlığında onu bitiren nihai kod vardır. Arayan, o dalın medyasını ve belleğini hemen bırakıp diğerlerini beklemeyi sürdürebilir (RFC 6228).",
    whenYouSeeIt:
      "Mobil şebekelerdeki (IMS) dallanan çağrılarda, bir telefon reddedip dallandıran vekil sunucu bir başkasını beklerken. Yalnızca `Supported` başlığında `199` yazan arayanlara gönderilir.",
    howToFix: {
      caller:
        "Beklemeyi sürdürün: başka bir telefon hâlâ cevaplayabilir. Bir dal gidince çalma sesi veya anons değişebilir.",
      operator:
        "Hangi telefonun reddettiğini görmek için `Reason` başlığındaki kodu okuyun. 199 hiç görünmüyorsa `INVITE` isteğinin `100rel` zorunlu kılıp kılmadığına bakın: o durumda vekil sunucular 199 üretemez.",
      developer:
        "O `To` etiketinin erken diyaloğunu bırakın, medyasını durdurun ve onun için `BYE` göndermeyin. Proceeding durumunda kalın. Her 199 kaybolsa da aynı şekilde çalışın: yalnızca bilgidir.",
    },
    sendIt:
      "Dallandıran vekil sunucu olarak, bir dal başarısız olup siz başarısızlığı beklettiğinizde, `INVITE` isteğinde `Supported: 199` varsa ve `100rel` zorunlu değilse gönderin. Bir telefon yalnızca nihai yanıtını göndermelidir.",
    causes: [
      {
        text: "Dallanmadaki bir telefon çağrıyı reddetmiştir, diğerleri hâlâ çalmaktadır.",
        evidence:
          "199'un `Reason` başlığında `SIP;cause=486` gibi bir değer vardır ve diğer erken diyaloglar nihai yanıt göndermemiştir.",
      },
      {
        text: "199, erken diyaloğunu açan geçici yanıtı geçmiş ve arayan onu atmıştır.",
        evidence: "O `To` etiketini taşıyan ilk mesaj 199'dur; aynı etiketli 180 veya 183 ondan sonra gelir.",
      },
    ],
    keywords: [
      "erken diyalog bitti",
      "dallanma",
      "dal sona erdi",
      "early dialog terminated",
      "forking",
      "rfc 6228",
      "ims",
    ],
  },
  200: {
    gloss: "Başarılı: cevaplandı ya da yapıldı",
    says: "200, isteğin başarılı olduğunu bildirir: `INVITE` için çağrı cevaplanmış, diğer yöntemler için istenen yapılmıştır.",
    meaning:
      "Neyin başarılı olduğu `CSeq` başlığındaki yönteme bağlıdır. `INVITE` için aranan ya da onun yerine bir makine cevaplamıştır. Bunun üzerine UAC'nin, dallanmadaki her 200 için `ACK` göndermesi zorunludur (MUST); UAS, biri gelene kadar 200'ünü yineler.",
    whenYouSeeIt:
      "Cevaplanan bir çağrı, girdileri `Contact` başlığında olan kabul edilmiş bir `REGISTER`, kabul edilen bir `SUBSCRIBE`, bir `OPTIONS` yanıtı. Telesekreter ve anonslar da insan gibi 200 ile cevaplar.",
    howToFix: {
      caller:
        "Cevaplanan çağrı 32 saniye sonra düşüyorsa ya da ses tek yönlüyse tam saati ve numarayı bildirin: 200 gelmiş, ardından gelmesi gereken kaybolmuştur.",
      operator:
        "`ACK` isteğini bulun. Yoksa 200'ün `Contact` ve `Record-Route` başlıklarına bakın: oradaki özel adres veya yanlış port onu yanlış yere götürür. Tek yönlü seste SDP'yi RTP ile karşılaştırın.",
      developer:
        "UAC olarak `INVITE` isteğinize gelen her 200'ü, yinelenenleri de onaylayın ve tutmayacağınız diyaloglara `BYE` gönderin. UAS olarak `ACK` gelene kadar yineleyin, 64·T1, yani 32 sn sonra `BYE` gönderin.",
    },
    sendIt:
      "İstek gerçekten yerine getirildiğinde gönderin: `INVITE` için kullanıcı cevapladığında, çünkü ücretlendirme burada başlar. Cevaptan önceki anonslar için 183 gönderin. `REFER` ve `SUBSCRIBE` isteklerini 202 ile değil 200 ile kabul edin.",
    causes: [
      {
        text: "200'deki `Contact` adresine veya rotaya ulaşılamadığı için `ACK` aranana hiç varmamaktadır.",
        evidence:
          "Aynı 200 yeniden gelir: 0,5; 1,5; 3,5 ve 7,5 sn sonra; 32 sn sonra da aranandan bir `BYE`. `Contact` başlığında `10.0.0.5` gibi bir adres vardır.",
      },
      {
        text: "Ses tek yönlüdür: bir tarafın SDP'sinde diğerinin ulaşamadığı bir adres vardır.",
        evidence:
          "`ACK` ulaşır, RTP tek yönde akar ve hiçbir şey duymayan tarafın `c=` satırında özel bir adres yazar.",
      },
      {
        text: "Cevaplayan bir makinedir: telesekreter, anons ya da cevap sinyalini yanlış veren bir ağ geçidi.",
        evidence:
          "200, `INVITE` isteğinden sonra bir saniye içinde ya da her çağrıda aynı saniyede, çoğu zaman 180 olmadan gelir.",
      },
      {
        text: "Dallanmadaki iki telefon aynı anda cevaplamış, diyaloglardan biri bitirilmemiştir.",
        evidence:
          "Farklı `To` etiketli iki 200, yalnızca birine giden bir `ACK` ve diğeri için gönderilmeyen bir `BYE`.",
      },
    ],
    keywords: [
      "ok",
      "cevaplandı",
      "başarılı",
      "çağrı 30 saniyede düşüyor",
      "ack gelmiyor",
      "tek yönlü ses",
      "200 tekrarı",
      "ses yok",
    ],
  },
  202: {
    gloss: "Üstlenildi, sonuç belli değil",
    says: "202, isteğin üstlenildiğini, sonucunun ise henüz belli olmadığını bildirir; bugün yalnızca mesaj aktarıcılar göndermelidir.",
    meaning:
      "Sunucu, sonucuna kefil olmadan isteği kabul etmiştir. RFC 6665 ve RFC 7647; `SUBSCRIBE`, `NOTIFY` ve `REFER` isteklerine 202 göndermeyi yasaklar; alan tarafın onu 200 sayması zorunludur (MUST). `MESSAGE` için anlamı: bir aktarıcı aldı, teslim kesin değil.",
    whenYouSeeIt:
      "Çağrı aktarmada: Asterisk ve FreeSWITCH, `REFER` isteğine hâlâ 202 ile yanıt verir. Aktarma hedefinden değil, araması istenen telefondan gelir. Bir `MESSAGE` isteğini sonraya saklayan depodan da gelir.",
    howToFix: {
      caller:
        "202'yi tamamlanmış aktarma sanmayın: yeni çağrının cevaplandığı haberini bekleyin. Haber gelmezse çağrıyı geri alıp yeniden deneyin.",
      operator:
        "202'nin ardından gelen `NOTIFY` isteğini arayın. Gelmiyorsa karşı taraftan çıkan diyalog içi isteklerin NAT'tan ve SBC'den geçtiğinden emin olun. Gerçek sonuç, gövdesindeki nihai 4xx ile 6xx arası koddur.",
      developer:
        "200 gibi ele alın. `REFER` için nihai durum satırlı `NOTIFY` isteğini bekleyin ve ilki için kendi sınırınızı koyun, örneğin 32 sn (Timer N). `MESSAGE` için metni teslim edildi değil, gönderildi diye gösterin.",
    },
    sendIt:
      "Yalnızca bir `MESSAGE` isteğini aktarıyor ve teslimine kefil olamıyorsanız gönderin. `REFER` ve `SUBSCRIBE` isteklerini 200 ile kabul edip sonucu `NOTIFY` ile bildirin. Yapmayacağınız şeyi 603 veya 403 ile reddedin.",
    causes: [
      {
        text: "Aktarmanın sonucunu taşıyan `NOTIFY` hiç gelmemektedir.",
        evidence:
          "202'den sonra 32 sn içinde `NOTIFY` yoktur ya da karşı taraf, güvenlik duvarınızın attığı bir adrese `NOTIFY` yineler.",
      },
      {
        text: "Aktarma kabul edilmiş, ardından yeni çağrı başarısız olmuştur.",
        evidence:
          "Gövdesi `SIP/2.0 486 Busy Here` gibi bir satır olan, `Subscription-State: terminated` taşıyan bir `NOTIFY`.",
      },
      {
        text: "Saklanan bir mesaj, çevrimdışı bir alıcıyı beklemektedir.",
        evidence:
          "202 bir `MESSAGE` isteğine yanıttır ve alıcı bir sonraki `REGISTER` isteğini gönderene kadar aktarıcıdan hiç `MESSAGE` çıkmaz.",
      },
    ],
    keywords: [
      "kabul edildi",
      "aktarma askıda",
      "notify gelmiyor",
      "aktarma sonuçsuz",
      "mesaj kuyrukta",
      "refer accepted",
      "accepted",
    ],
  },
  204: {
    gloss: "Bildirilecek yeni bir şey yok",
    says: "204, `SUBSCRIBE` isteğinin başarılı olduğunu ve abone son durumu zaten bildiği için ardından `NOTIFY` gelmeyeceğini bildirir.",
    meaning:
      "`Suppress-If-Match` içindeki varlık etiketi güncel durumla eşleşir; bu yüzden bildirici, göndermesi gereken `NOTIFY` isteğini geri tutar (RFC 5839). Olay durumu da abonelik durumu da olduğu gibi kalır, yeni süre `Expires` başlığındadır.",
    whenYouSeeIt:
      "Bir durum bilgisi (presence) veya mesaj bekliyor aboneliğinin, trafiği kısan bir istemci tarafından kendi diyaloğunda yenilenmesi. `Expires: 0` ile aboneliği bitirir. Destekleyen ürün azdır.",
    howToFix: {
      caller:
        "Yenilemeler başarılı olduğu halde durum bilgisi eski görünüyorsa baştan abone olun: çıkış yapıp yeniden girin ki durumun tamamı gönderilsin.",
      operator:
        "İkisi arasındaki her B2BUA'nın RFC 5839'u bildiğinden emin olun: her `SUBSCRIBE` sonrasında `NOTIFY` bekleyen biri aboneliği bitirebilir ya da hata bildirebilir.",
      developer:
        "Elinizdeki durumu koruyun, süreyi `Expires` başlığından alın ve Timer N'yi durdurun: beklenen bir `NOTIFY` yoktur. Kuşkudaysanız her şeyi almak için `Suppress-If-Match` olmadan yenileyin.",
    },
    sendIt:
      "Yalnızca kendi diyaloğu içinde gelen ve `Suppress-If-Match` koşulu tutan bir `SUBSCRIBE` isteğine gönderin. Diğer her durumda 200 ve `NOTIFY`, diyaloğu `SUBSCRIBE` açıyorsa gövdesiz bir `NOTIFY` gönderin.",
    causes: [
      {
        text: "Abone, durumun kopyasını yitirmiş ama hâlâ eski varlık etiketini göndermektedir.",
        evidence:
          "Her yenileme aynı `Suppress-If-Match` değerini taşır ve 204 alır, arayüz ise hiç durum göstermez ya da eskisini gösterir.",
      },
      {
        text: "Bir B2BUA, bildiricinin geri tuttuğu `NOTIFY` isteğini beklemektedir.",
        evidence: "204, bildiriciden çıkar; yaklaşık 32 sn sonra B2BUA, süresi daha dolmadığı halde aboneliği bitirir.",
      },
    ],
    keywords: [
      "bildirim yok",
      "koşullu bildirim",
      "eski durum bilgisi",
      "abonelik yenileme",
      "suppress-if-match",
      "presence",
    ],
  },
  300: {
    gloss: "Seçilecek birkaç adres",
    says: "300, aranana birkaç adresten ulaşılabildiğini ve birini arayanın ya da telefonunun seçeceğini bildirir.",
    meaning:
      "Adres birden çok yere çözülmüştür ve sunucu bunları kendisi denemek istemez. Seçenekler `Contact` başlığındadır. Telefonun nasıl seçeceği standartlaştırılmamıştır: alışılmış kılavuz `q` değerleridir.",
    whenYouSeeIt:
      "Numaraya göre ve en düşük maliyete göre rota seçimi (LCR) için kullanılan, tek yanıtta birkaç operatör döndüren yönlendirme sunucularında. Sıradan telefonlar onunla nadiren karşılaşır, çünkü neredeyse bütün sunucular çağrıyı kendileri dallandırır.",
    howToFix: {
      caller:
        "Telefonunuz sunuyorsa adreslerden birini seçin. Çağrı burada bitiyorsa birini kendiniz arayın ya da sağlayıcınıza bildirin.",
      operator:
        "Onu alan SBC veya PBX'te yönlendirmelerin `q` sırasıyla izlenmesini açın. Telefonlar yapamıyorsa adresleri onlar adına bir vekil sunucu denesin.",
      developer:
        "`Contact` değerlerini azalan `q` sırasıyla, her URI'yi bir kez ve her seferinde yeni `branch` ile deneyin. Kendi alan adınızın dışındaki bir adresten önce kullanıcıya sorun. Deneme sayısını sınırlayın.",
    },
    sendIt:
      "Birkaç adres varsa ve seçim arayana aitse gönderin. Arayan bunları kendisi denesin istiyorsanız sıralı `q` değerleriyle 302 gönderin; arayanlar telefonsa vekil sunucu olarak dallandırın.",
    causes: [
      {
        text: "Bir rota sunucusu birkaç operatör döndürmekte, PBX ise yönlendirmeleri izlememektedir.",
        evidence: "300'de iki veya daha çok `Contact` değeri vardır, `ACK` alır ve ardından yeni `INVITE` gelmez.",
      },
      {
        text: "Sunulan adreslerin hepsi denenmiş ve başarısız olmuştur.",
        evidence:
          "300'ün ardından her `Contact` adresine yeni `INVITE` istekleri gider ve her biri 399'dan büyük bir yanıtla biter.",
      },
    ],
    keywords: [
      "birden çok seçenek",
      "yönlendirme",
      "birkaç adres",
      "en düşük maliyetli yönlendirme",
      "multiple choices",
      "redirect server",
    ],
  },
  301: {
    gloss: "Kalıcı olarak taşındı, yeni adres içinde",
    says: "301, arananın bu adresten kalıcı olarak ayrıldığını bildirir ve bundan böyle kullanılacak yeni adresi verir.",
    meaning:
      "Kullanıcı artık Request-URI'de bulunmaz. Arayan, `Contact` içindeki adresi denemeli ve eski adresi adres defterlerinde ve önbelleklerde de değiştirmelidir. Geçerlilik sonu gerekmez.",
    whenYouSeeIt:
      "Numara taşındıktan, alan adı değiştikten veya kullanıcı başka sunucuya geçtikten sonra. Bazı operatörler taşınmış her numara için bir yönlendirme veritabanından, çağrı başına yeniden 301 gönderir.",
    howToFix: {
      caller:
        "Yeni adresi rehberinize kaydedin. Telefon kendiliğinden izlemediyse `Contact` içinde gösterilen adresi arayın.",
      operator:
        "Rotalarınızı, hızlı aramaları ve cihaz ayarlarını yeni adrese çevirin ki çağrılar fazladan adıma gerek duymasın. Yönlendirme hedefinin güvendiğiniz ve ücretini ödemek istediğiniz bir hedef olduğundan emin olun.",
      developer:
        "Request-URI olarak `Contact` değeriyle, her URI'yi bir kez deneyin ve eşlemeyi saklayın. Kullanıcıya söylemeden SIPS'ten SIP'e geçmeyin. Kalıcı değişikliği yalnızca kimliğini doğruladığınız sunucudan kabul edin.",
    },
    sendIt:
      "Eski adres geri gelmeyecekse ve yenisini biliyorsanız gönderin. Taşınma sona erebilecekse 302, adres artık yoksa ve yenisi söylenmeyecekse 410 gönderin.",
    causes: [
      {
        text: "Yeni adres öğrenilmiş, sonra o adres eskisine geri yönlendirmiştir.",
        evidence:
          "Her iki adresten, `Contact` içinde ötekini gösteren birer 301; doğru çalışan bir arayan hiçbir URI'yi ikinci kez denemez.",
      },
      {
        text: "Yalnızca geçici olan bir taşınma için 301 gönderilmiş, arayanlar önbellekteki adresi kullanmayı sürdürmektedir.",
        evidence: "Yeni çağrılar doğrudan yönlendirme hedefine gider ve eski adrese artık hiç `INVITE` ulaşmaz.",
      },
    ],
    keywords: [
      "kalıcı olarak taşındı",
      "yönlendirme",
      "numara taşıma",
      "yeni adres",
      "kullanıcı taşındı",
      "moved permanently",
    ],
  },
  302: {
    gloss: "Şimdilik başka yerde, adres içinde",
    says: "302, arananın şimdilik başka yerde olduğunu ve arayanın `Contact` içindeki adresleri denemesi gerektiğini bildirir.",
    meaning:
      "İstek her `Contact` adresinde yeniden denenmelidir. `Expires` başlığı ya da `expires` parametresi varsa adres o süre boyunca saklanabilir. Yoksa yalnızca bu istek için geçerlidir ve önbelleğe alınamaz (MUST NOT).",
    whenYouSeeIt:
      "Telefonun kendisinde ayarlanmış çağrı yönlendirme; Yealink ve Snom telefonlar da böyledir. Yönlendirme sunucuları ve veritabanları onu her çağrı için, yük dengeleyiciler trafiği dağıtmak için gönderir.",
    howToFix: {
      caller:
        "Telefonunuz izlemediyse dönen adresi arayın. Çağrılar hep yanlış yere gidiyorsa arananın telefonundaki yönlendirmeye bakmasını isteyin.",
      operator:
        "Asterisk varsayılan olarak `Contact` değerinin yalnızca kullanıcı kısmını kendi arama planında arar: bunu `redirect_method` değiştirir. Yönlendirmeye yalnızca bilinen hedefler için izin verin: serbest hedef, ücret dolandırıcılığına davettir.",
      developer:
        "`Contact` değerlerini azalan `q` sırasıyla, her URI'yi bir kez deneyin. Yalnızca `Expires` varsa önbelleğe alın; önbellekteki URI başarısız olursa özgün adresi bir kez deneyin. Yönlendirmeyi izleyen vekil sunucu, denediği `Contact` değerini çıkarır.",
    },
    sendIt:
      "Arananın bir süre başka adreste bulunduğu ve orayı arayanın araması gerektiği zaman gönderin. Taşınma kalıcıysa 301, başka adres yoksa 486 veya 480 gönderin. Hedefi gizlemek için vekil sunucu olarak iletin.",
    causes: [
      {
        text: "Yönlendirme telefonda ayarlıdır ve PBX onu izlememekte ya da yanlış yerde aramaktadır.",
        evidence:
          "Telefon anında 302 verir; PBX yeni `INVITE` göndermez ya da `Contact` değerinin kullanıcı kısmı ile kendi alan adını taşıyan bir tane gönderir.",
      },
      {
        text: "İki adres birbirine yönlendirmektedir.",
        evidence:
          "Her iki taraftan gelen 302, `Contact` içinde ötekini gösterir. Doğru çalışan arayan her URI'yi bir kez dener, diğerleri `INVITE` üstüne `INVITE` gönderir.",
      },
      {
        text: "Yönlendirme hedefine arayanın ağından ulaşılamamaktadır.",
        evidence:
          "`Contact` özel bir adres veya ana makine adı içerir ve yeni `INVITE` hiç yanıt almadan 408'e kadar yinelenir.",
      },
      {
        text: "Bir saldırgan, bir telefonun yönlendirmesini pahalı bir numaraya çevirmiştir.",
        evidence:
          "`Contact` yurt dışından ya da özel ücretli bir numaradır, çağrılar geceleri toplu gelir ve kurumda kuralı koyan kimse yoktur.",
      },
    ],
    keywords: [
      "geçici olarak taşındı",
      "yönlendirme",
      "çağrı yönlendirme",
      "yönlendirme döngüsü",
      "ücret dolandırıcılığı",
      "moved temporarily",
      "redirect",
      "contact header",
    ],
  },
  305: {
    gloss: "Yalnızca içinde yazan vekil sunucu üzerinden",
    says: "305, arananın bu isteği yalnızca `Contact` başlığında adı geçen vekil sunucu üzerinden kabul ettiğini bildirir.",
    meaning:
      "Uç sisteme ulaşılmıştır ama isteğin belli bir vekil sunucudan geçerek gelmesini ister. `Contact` kullanıcının değil, o vekil sunucunun URI'sidir. 305'i yalnızca bir UAS gönderebilir ve bu tek istek için geçerlidir.",
    whenYouSeeIt:
      "Uygulamada neredeyse hiç. Çağrıları yalnızca kendi vekil sunucusundan alan bir telefon veya ağ geçidi, IP adresini doğrudan arayan birine gönderebilir. Çoğu 403 verir ya da hiç yanıt vermez.",
    howToFix: {
      caller: "Cihazın adresini değil, arananın `sip:bob@example.com` gibi genel adresini arayın.",
      operator:
        "Vekil sunucuyu rotaya koyun: bir giden vekil sunucu (outbound proxy) ya da DNS SRV kaydı arayanları baştan oraya götürür. Cihazın doğrudan adresinin nereden öğrenildiğine bakın.",
      developer:
        "Bu tek isteği, Request-URI önceki gibi kalarak, `Contact` içindeki vekil sunucuya yineleyin ve hiçbir şeyi önbelleğe almayın. Önce kullanıcıya ya da güvenilir vekil sunucular listesine danışın: her şey onun üzerinden geçecektir.",
    },
    sendIt:
      "İstekleri yalnızca adını verebildiğiniz bir vekil sunucu üzerinden alıyorsanız UAS olarak gönderin. Vekil sunucu veya yönlendirme sunucusu olarak bunun yerine 302 gönderin. Arayan yolu bulsun istemiyorsanız 403 gönderin.",
    causes: [
      {
        text: "Arayan, kullanıcının adresini değil cihazın adresini kullanmıştır.",
        evidence:
          "`INVITE` isteğinin Request-URI'sinde bir IP adresi vardır ve istekte aranan tarafın vekil sunucusuna ait `Record-Route` yoktur.",
      },
      {
        text: "Arayan, `Contact` içindeki vekil sunucuyu kullanıcının yeni adresi sanmaktadır.",
        evidence:
          "Sonraki `INVITE` isteğinin Request-URI'si vekil sunucunun kendi URI'sidir ve vekil sunucu 404 verir.",
      },
    ],
    keywords: [
      "vekil sunucu kullan",
      "giden vekil sunucu",
      "doğrudan ip araması",
      "use proxy",
      "outbound proxy",
      "yönlendirme",
    ],
  },
  380: {
    gloss: "Bu yolla olmaz, başka hizmet var",
    says: "380, çağrının yapıldığı biçimde başarısız olduğunu ve yanıt gövdesinin kullanılacak başka bir hizmeti anlattığını bildirir.",
    meaning:
      "Çağrı başarılı olmamıştır ama başka bir şey mümkündür. RFC 3261 gövde için hiçbir zaman biçim tanımlamadığından genel olarak hiçbir makine onu izleyemez. 3GPP boşluğu tek bir durum için doldurur: acil çağrılar.",
    whenYouSeeIt:
      "Mobil şebekelerde: P-CSCF, acil olarak aranmamış bir acil numaraya `Content-Type: application/3gpp-ims+xml` ile 380 verir. Telefon bunun üzerine devre anahtarlamalı şebekeden ya da baştan arar.",
    howToFix: {
      caller:
        "Telefonun sunduğunu okuyup seçiminizi yapın. Acil durumda yerel acil numarayı yeniden arayın; bu telefon tepki vermiyorsa başka herhangi bir telefondan arayın.",
      operator:
        "Telefonlarda acil numaraların doğru listesinin bulunduğundan ve bu çağrıların `urn:service:sos` ile işaretlendiğinden emin olun ki ilk `INVITE` baştan doğru olsun.",
      developer:
        "Gövdeyi yalnızca türünü biliyorsanız çözümleyin. Bilmiyorsanız çağrıyı bitirip kullanıcıya gerekçe ifadesini gösterin. 3GPP TS 24.229'un acil çağrılar için istediği durum dışında asla kendiliğinizden yeniden aramayın.",
    },
    sendIt:
      "Yalnızca 3GPP şebekeleri gibi iki tarafın gövde için ortak bir biçimi olduğu yerde gönderin. Sunduğunuz şey başka bir adresse `Contact` ile 302, medya uymuyorsa 488 veya 606 gönderin.",
    causes: [
      {
        text: "Telefon, acil bir numarayı sıradan çağrı olarak aramıştır.",
        evidence:
          "Request-URI, `urn:service:sos` olmadan 112 gibi bir numaradır ve 380'in gövdesindeki tür acil durumdur.",
      },
      {
        text: "Arayanın yazılımı gövdeyi anlamamakta ve çağrıyı bırakmaktadır.",
        evidence:
          "380 kendi `ACK` onayını alır, ardından başka `INVITE` gelmez ve kullanıcı yalnızca genel bir hata görür.",
      },
    ],
    keywords: [
      "alternatif hizmet",
      "acil çağrı",
      "112",
      "ims",
      "volte acil çağrı",
      "alternative service",
      "3gpp",
      "csfb",
    ],
  },
} as const satisfies Readonly<Record<number, CodeTexts>>;
