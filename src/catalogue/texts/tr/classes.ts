import type { Texts } from "../texts.ts";

export const classes = {
  "1xx": {
    name: "Geçici",
    says: "1xx yanıtları ilerlemeyi bildirir: hiçbir şey kararlaştırılmamıştır, ardından nihai yanıt gelir.",
    text: "Geçici yanıt, arayana birinin istek üzerinde çalıştığını söyler. UDP üzerinde `INVITE` isteğinin yeniden gönderimini durdurur ve `To` etiketi taşıyorsa erken diyalog açar. `ACK` almaz ve `100rel` onu `PRACK` ile korumadıkça iz bırakmadan kaybolabilir. 100 dışındaki geçici yanıtları yalnızca `INVITE` alır.",
  },
  "2xx": {
    name: "Başarı",
    says: "2xx yanıtları isteğin başarılı olduğunu bildirir: çağrı cevaplanmış, kayıt yapılmış, abonelik kabul edilmiştir.",
    text: "`INVITE` isteğine gelen 2xx cevabın kendisidir ve arayan kullanıcı aracısı her biri için uçtan uca `ACK` göndermek zorundadır. `ACK` gelene kadar telefon 2xx'ini 32 sn boyunca yineler, sonra çağrıyı `BYE` ile bitirir. Dallanan bir çağrı, cevaplayan her telefondan biri olmak üzere birkaç tane getirebilir.",
  },
  "3xx": {
    name: "Yönlendirme",
    says: "3xx yanıtları başka adresler verir: arayan ya da onun yerine bir vekil sunucu, `Contact` içindekileri dener.",
    text: "Yönlendirme, çağrıyı reddetmeden bu isteği bitirir. Her `Contact` denenecek bir adrestir; önce en yüksek `q` değerlisi, her biri yalnızca bir kez denenir. Arayanları adına yönlendirmeleri izleyen sunucu yeni çağrıların ücretini öder; bu yüzden nereye götürebileceklerini sınırlamalıdır.",
  },
  "4xx": {
    name: "İstek hatası",
    says: "4xx yanıtları bu isteği bu sunucuda reddeder: yeniden göndermeden önce değiştirin ya da başka yere gidin.",
    text: "4xx, bu sunucunun veya telefonun bu isteği olduğu haliyle yerine getirmeyeceğini bildirir. Aynı istek başka bir sunucuda başarılı olabilir; bu yüzden dallandıran vekil sunucu diğer telefonları çaldırmayı sürdürür. Bazıları bir değişiklik ister: 401 ve 407 için kimlik bilgisi, 423 için daha uzun bir süre, 488 için başka bir codec.",
  },
  "5xx": {
    name: "Sunucu hatası",
    says: "5xx yanıtları, doğru olabilecek bir istekte sunucunun başarısız olduğunu bildirir: başka bir sunucu onu yerine getirebilir.",
    text: "5xx, isteğin değil bir sunucunun kusurudur. Dallandıran vekil sunucu onu arayana yalnızca hiçbir dal daha iyisini getirmediyse gönderir. 503 alan istemci, sunucunun DNS'teki sonraki adresine geçer; vekil sunucu onu iletmez, 500 gönderir.",
  },
  "6xx": {
    name: "Global hata",
    says: "6xx yanıtları kullanıcı adına her yerde reddeder: başka hiçbir telefon ve sunucu fazlasını söylemez.",
    text: "6xx, kullanıcının her adresi adına konuşur. Dallandıran vekil sunucu yeni dal açmaz, hâlâ çalan telefonları iptal eder ve onlar bitince 6xx'i gönderir. Onu yalnızca çoktan yola çıkmış bir 2xx yener. Tek bir telefon, bunu gönderecek kadarını nadiren bilir.",
  },
} as const satisfies Texts["classes"];
