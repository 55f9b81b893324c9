import type { OutcomeTexts } from "../texts.ts";

export const outcomes: OutcomeTexts = {
  kind: {
    answered: {
      title: "Çağrı cevaplandı",
      text: "Karşı taraf cevapladı ve iki taraf çağrı üzerinde anlaştı.",
      advice: "Kimse bir şey duymuyorsa iki tarafın SDP'sindeki adreslere bakın: ses, sunuculara uğramadan yol alır.",
    },
    rejected: {
      title: "Çağrı reddedildi",
      text: "Nihai bir yanıt isteği reddetti.",
      advice: "Koda bakın: reddin nereye kadar uzandığını ve ardından ne yapılacağını söyler.",
    },
    redirected: {
      title: "Çağrı başka yere yönlendirildi",
      text: "Yanıt başka adresler veriyor, bu taraf onları izlemedi.",
      advice: "`Contact` başlığındaki adreslerden birini arayın ya da yönlendirmelerin izlenmesine izin verin.",
    },
    canceled: {
      title: "Çağrı iptal edildi",
      text: "Arayan, kimse cevaplamadan vazgeçti.",
      advice:
        "Birinin cevaplamış olması gerekiyorduysa daha uzun çaldırın ve akış şemasında bir telefonun çalıp çalmadığına bakın.",
    },
    timeout: {
      title: "Süresinde kimse cevaplamadı",
      text: "İstek çıktı ve süre dolmadan nihai yanıt gelmedi.",
      advice:
        "Yanıtların nerede kesildiğine akış şemasında bakın. Hiç yanıt olmaması yanlış bir adresi ya da güvenlik duvarını, sonu gelmeyen çalma ise kimsenin açmadığı bir telefonu gösterir.",
    },
    unreachable: {
      title: "Orada kimseye ulaşılamıyor",
      text: "İstek iletilemedi: ad bilinmiyor ya da o adreste ve portta dinleyen yok.",
      advice:
        "Adresi, portu, taşıma protokolünü ve sunucunun çalışıp çalışmadığını denetleyin. Çağrıyı reddeden kimse yok.",
    },
    failed: {
      title: "Bu taraf devam edemedi",
      text: "Çağrı bu taraftaki bir hata yüzünden bitti: medyası, ayarları ya da programı.",
      advice: "Hatanın metnini okuyun. Bir şeyi değiştirmeden yinelenen çağrı aynı sonucu verir.",
    },
    incomplete: {
      title: "Sonu bilinmiyor",
      text: "Kaydedilenler nihai yanıttan önce bitiyor.",
      advice: "Daha uzun süre ya da iki yönü de gören bir yerde kaydedin.",
    },
  },
  decidedBy: {
    callee: "Buna aranan telefon ya da kullanıcı karar verdi.",
    caller: "Buna arayan karar verdi.",
    server: "Buna yoldaki bir sunucu karar verdi: aranan telefona sorulması gerekmedi.",
    network: "Buna kimse karar vermedi: oraya giden yol sessiz ya da kopuk.",
    local: "Buna bu taraf kendiliğinden karar verdi.",
  },
  who: "Karar verenin kendine verdiği ad: {$who}.",
  retryAfter: "{$seconds} sn sonra yeniden deneyin: yanıt bunu istiyor.",
  ended: {
    hungUpHere: "Bu taraf kapattı.",
    hungUpThere: "Karşı taraf kapattı.",
    noAck: "`ACK` hiç gelmedi, bu yüzden çağrı 32 sn sonra bitirildi.",
    sessionTimer: "Oturumu süresinde kimse yenilemedi, bu yüzden çağrı bitirildi.",
    failure: "Çağrı içindeki bir istek, onunla birlikte de çağrı başarısız oldu.",
    replaced: "Yerini başka bir çağrı aldı.",
    media: "Bu tarafın sesi sürdürülemedi.",
  },
  progress: {
    calling: "Aranıyor: {$target}",
    ringing: "Çalıyor ({$code} {$phrase})",
    earlyMedia: "Cevaptan önce ses ({$code} {$phrase})",
    provisional: "Sürüyor ({$code} {$phrase})",
    redirected: "Yönlendirildi ({$code} {$phrase}): {$target}",
    answered: "{$seconds} sn sonra cevaplandı",
    hangingUp: "Kapatılıyor",
    cancelling: "İptal ediliyor",
    stopped: "Yanıt gelmeden durduruldu",
    realm:
      "Sunucu {$realm} realm'i için ad ve parola istiyor ve burada verilmiş olan yok: --user, --password ve --realm ile belirtin",
    registering: "Kaydediliyor: {$target}",
    registered: "{$seconds} sn süreyle kaydedildi",
    unregistered: "Kayıt kaldırıldı",
    asking: "Soruluyor: {$target}",
    sending: "Gönderiliyor: {$target}",
    delivered: "Alındı ({$code} {$phrase})",
    transferring: "Aktarılıyor: {$target}",
    transferProgress: "Aktarma sürüyor ({$code} {$phrase})",
    transferred: "Aktarıldı ({$code} {$phrase})",
    subscribing: "Abone olunuyor: {$target}",
    subscribed: "{$seconds} sn süreyle abone olundu",
    subscriptionEnded: "Abonelik bitti: {$state}",
  },
  transfer: {
    noNotify: "Aktarma kabul edildi ama nasıl sürdüğünü bildiren bir `NOTIFY` gelmedi.",
    subscriptionExpired: "Aktarmayı bildirme süresi, bir sonuç çıkmadan doldu.",
    terminatedWithoutResult: "Aktarmaya ilişkin bildirimler sonuçsuz bitti.",
    peerGone: "Karşı taraf, aktarmanın nasıl bittiğini bildirmeden ayrıldı.",
  },
};
