import type { ConfusedPair } from "../../pairs.ts";
import type { VerdictTexts } from "../texts.ts";

/** By hand, for the pairs people confuse. */
export const verdicts = {
  "200-vs-600": {
    summary:
      "`INVITE` isteğine gelen 200 cevabın kendisidir: medya akar, ücret başlar ve arayanın `ACK` göndermesi gerekir. 600 ise kullanıcısının ulaşılabileceği her yerde meşgul olduğuna dair tek bir telefonun sözüdür; bu yüzden vekil sunucu diğer bütün telefonları iptal eder. İkisi, meşgul kullanıcı adına bir makine cevapladığında karşı karşıya gelir: telesekreter 200 verir, o durumda 600 yanlış olurdu.",
    choose:
      "Telesekreter ve kuyruk dahil, çağrıyı bir insan ya da makine gerçekten aldığında 200 gönderin. 600'ü yalnızca başka hiçbir şeyin, telesekreterin bile onu almayacağını biliyorsanız gönderin. Diğerlerinden habersiz, meşgul tek bir telefon 486 gönderir.",
    swap: "Meşgul anonsu çalmak için 200 veren bir PBX arayana bunun parasını ödetir, çağrı da her raporda cevaplanmış sayılır. Kullanıcının yazılım telefonu boşken 600 gönderen bir cihaz, oradaki çalmayı milisaniyeler içinde bitirir.",
  },
  "200-vs-603": {
    summary:
      "`INVITE` isteğine gelen 200 çağrıyı bağlar ve ücreti başlatır. 603, onu arananın her telefonu için reddeder ve nedenini saklar. 603'ün ardında çoğu zaman hiç insan yoktur: ABD'de bir operatörün analiz sistemi onu Network Blocked ifadeli 603 olarak gönderir. İkisi de `ACK` ister: 200 için arayan uçtan uca, 603 için önceki atlama gönderir.",
    choose:
      "Çağrıyı biri aldığında 200 gönderin. Kullanıcı onu hiçbir telefonda istemiyorsa ve başka hiçbir şeyin cevaplamayacağını biliyorsanız 603 gönderin. Tek bir telefon adına konuşan reddetme düğmesi 486 veya 480 gönderir ki çağrıyı telesekreter yine alabilsin.",
    swap: "“Bu arayan engellendi” demek için 200 veren bir çağrı filtreleme hizmeti arayanı ücretlendirir ve reddi her logdan gizler. Reddedince 603 gönderen bir masa telefonu çalma grubunu bitirir: diğer telefonlar hemen `CANCEL` alır.",
  },
  "302-vs-600": {
    summary:
      "302, sırada nerenin deneneceğini söyler: adres `Contact` içindedir, orayı arayan ya da bir vekil sunucu arar. 600 ise denenecek yer olmadığını söyler: kullanıcı bütün adreslerde meşguldür. Dallandıran vekil sunucu 302'yi bütün telefonlar yanıt verene kadar tutar; 600 ise diğerlerini hemen iptal eder ve 302'den üstündür.",
    choose:
      "Bu çağrı için cep numarası veya telesekreter gibi başka bir adres biliyorsanız 302 gönderin. 600'ü yalnızca böyle bir adres yoksa ve kullanıcı her yerde meşgulse gönderin. Meşgulde yönlendirmesi olan meşgul telefon, o adresle 302 gönderir.",
    swap: "Meşgulde yönlendirmesi olduğu halde 600 gönderen telefon, kendi telesekreterinin aranmasını hep engeller. Zaten meşgul olan adrese verilen 302 arayanı iki kez aratır; Asterisk de varsayılan olarak `Contact` değerinin yalnızca kullanıcı kısmını kendi arama planında arar.",
  },
  "200-vs-604": {
    summary:
      "200, isteğin başarılı olduğunu bildirir: bu adreste biri ya da bir şey cevaplamıştır. 604 ise adresin hiçbir alan adında ve hiçbir sunucuda, yani hiçbir yerde bulunmadığını yetkiyle bildirir. Kullanılmayan bir numara için asla 200 verilemez: anonsun yeri 183'ün ardından gelen erken medyadır, onu 404 veya 604 izler.",
    choose:
      "200'ü yalnızca istek yerine getirildiğinde gönderin. 604'ü yalnızca kullanıcının bulunabileceği bütün yerler için yetkiliyseniz, örneğin özel bir numara planının ana kaydını siz tutuyorsanız gönderin. Kendi alan adından başkasını bilmeyen kayıt sunucusu 404 gönderir.",
    swap: "200 verip “bu numara kullanılmamaktadır” anonsunu çalan bir santral ücreti başlatır, otomatik arayıcı da kullanılmayan numarayı geçerli diye işaretler. Yalnızca burada bilinmeyen bir kullanıcı için 604, soracağı ikinci bir alan adı kalmış vekil sunucunun aramasını bitirir.",
  },
  "202-vs-603": {
    summary:
      "`REFER` isteğine gelen 202, aktarması istenen telefonun işi üstlendiğini söyler, aktarmanın başarılı olduğunu değil: sonuç bir `NOTIFY` ile gelir. 603, işin kendisini reddeder ya da ret sonradan geldiyse o `NOTIFY` gövdesinde `SIP/2.0 603 Decline` olarak durur. Yeni yazılımlar 202 yerine 200 gönderir: RFC 7647 burada 202'yi yasaklar.",
    choose:
      "Deneyecekseniz `REFER` isteğine 200 verin, sonra `NOTIFY` ile bildirin. Hiç denemeyecekseniz 603 verin. Aldığınız 202'yi 200 sayın, çünkü Asterisk ve FreeSWITCH onu hâlâ gönderir. 202'yi yalnızca teslimine kefil olamayan bir `MESSAGE` aktarıcısı olarak gönderin.",
    swap: "202 deyip hiçbir şey yapmayan bir telefon, aktaranı vazgeçene kadar bir `NOTIFY` bekletir, müşteri de beklemede kalır. 202'yi başarı sayıp `BYE` isteğini erken gönderen aktaran, `NOTIFY` 603 getirdiğinde çağrıyı yitirir.",
  },
  "180-vs-183": {
    summary:
      "180, telefonun kullanıcısını uyardığını söyler ve arayanın telefonu kendi çalma tonunu verir. 183, bir şeylerin sürdüğünü söyler ve çoğunlukla SDP getirir; böylece arayan karşı tarafı duyar: bir ton, bir anons, müzik. Hiçbiri cevap değildir, yaygın uygulamada ikisi de ücreti başlatmaz.",
    choose:
      "Telefon çalıyorsa ve tonu arayanın telefonu verecekse 180 gönderin. Sesi RTP olarak siz gönderiyorsanız SDP'li 183 gönderin. SDP'li 183 gönderip ardından sessiz kalmayın: arayanın telefonu o sırada kendi tonunu çoktan kesmiştir.",
    swap: "SDP'li 183 gönderip RTP göndermeyen ağ geçidi, arayanı cevaba kadar sessizlikte bırakır: bilinen “çalma tonu yok” sorunu. Trunk'ın önünde 183 yerine gönderilen 180, çağrının neden başarısız olacağını söyleyen anonsu gizler.",
  },
  "200-vs-202": {
    summary:
      "200, isteğin başarılı olduğunu bildirir. 202, isteğin kabul edildiğini ve sonucun sonra geleceğini bildirirdi. Sonucu zaten `NOTIFY` bildirdiğinden `REFER` ve `SUBSCRIBE` için artık 202 gönderilemez, alan taraf da onu 200 sayar. Bir `MESSAGE` almış ve teslimine kefil olamayan aktarıcı için geçerliliğini korur.",
    choose:
      "`REFER`, `SUBSCRIBE` ve kabul ettiğiniz diğer her şey için 200 gönderin. 202'yi yalnızca sonraya sakladığınız bir `MESSAGE` isteğine gönderin. `INVITE` isteğine asla 202 göndermeyin: arayanı bekleten kuyruk 182 gönderir.",
    swap: "Yanıtı tam olarak 200 ile karşılaştıran istemci, Asterisk'in veya FreeSWITCH'in 202'sini başarısız aktarma sanıp çağrıyı geri alır. 200 diyen bir sakla ve ilet aktarıcısı, hâlâ kuyrukta duran bir mesaj için gönderene “teslim edildi” gösterir.",
  },
  "301-vs-302": {
    summary:
      "İkisi de `Contact` içinde başka bir adres verir. 301, eski adresin bittiğini söyler: arayan onu telefon defterinde değiştirmelidir. 302 bu çağrı için geçerlidir, sonrakiler içinse yalnızca bir `Expires` başlığının veya parametresinin söylediği süre boyunca. O yoksa sonraki çağrı yine eski adrese gider.",
    choose:
      "Bir kullanıcı veya numara kalıcı olarak taşındıysa 301 gönderin. Yönlendirme, yokluk ve yük paylaşımı için 302, arayanlar hatırlayabilecekse `Expires` ile gönderin. Kuşkudaysanız 302 gönderin: yanlış bir 301, başkalarının erişemeyeceğiniz önbelleklerinde kalır.",
    swap: "Tatil yönlendirmesi için 301 gönderen PBX, tatilden sonra da bazı arayanları yerine bakan kişiye yollar. Numarası değişen ve `Expires` olmadan 302 gönderen ofis, her çağrıda sonsuza dek iki işlem öder.",
  },
  "302-vs-305": {
    summary:
      "302, aranan için başka bir adres verir. 305 ise aynı arananın hangi vekil sunucu üzerinden aranması gerektiğini söyler: `Contact` bir kişi değil bir yoldur ve onu yalnızca bir kullanıcı aracısı gönderebilir. 305'i az telefon izler, çünkü trafiği okuyan vekil sunucuyu bir yabancıya seçtirir.",
    choose:
      "Aranan başka yerdeyse 302 gönderin. Zorunlu bir yol için 305 yerine `Record-Route`, `Path`, giden vekil sunucu ayarı ya da DNS kullanın. Arayan olarak, güvenmek için nedeniniz olmayan bir vekil sunucuya götüren 305'e uymayın.",
    swap: "Çağrıları bir SBC üzerinden geçirmek için 305 gönderen sunucu, onu izlemeyen telefonun her çağrısını yitirir: kullanıcı “Use Proxy” görür ve bir ton duyar. `Contact` içinde vekil sunucunun adresini veren 302, aranan kullanıcı kısmını yitirir ve vekil sunucu 404 verir.",
  },
  "401-vs-403": {
    summary:
      "401, kim olduğunuzu sorar: `WWW-Authenticate` satırında nonce vardır ve aynı istek kimlik bilgileriyle geçebilir. 403 ise sunucunun anladığını ve yapmayacağını söyler, yinelemek işe yaramaz. Kimlik bilgileri gönderildikten sonra gelen 401, bunların yanlış olduğunu ya da nonce'un fazla eski olduğunu gösterir: `stale=true` arayın.",
    choose:
      "Kimlik bilgileri eksik, yanlış veya eskimişse 401 gönderin. Kimlik bilgileri doğru ama kullanıcının buna izni yoksa, örneğin yasak bir numarayı ya da başka bir kullanıcının adresinden arıyorsa 403 gönderin. Bilinmeyen kullanıcıyı yanlış paroladan ayırt ettirmeyin.",
    swap: "Yanlış parolaya 403 veren kayıt sunucusu, telefona yeniden denemenin boşuna olduğunu söyler: tek bir yazım hatasıyla telefon, biri yeniden başlatana kadar kayıtsız kalır. Yasak numara için 401, telefona parolayı durmadan sordurur.",
  },
  "401-vs-407": {
    summary:
      "İkisi de kimlik sorgusudur. 401, isteğe yanıt veren kayıt sunucusundan veya uç sistemden `WWW-Authenticate` ile gelir, `Authorization` ile karşılanır. 407, yoldaki bir vekil sunucudan `Proxy-Authenticate` ile gelir, `Proxy-Authorization` ile karşılanır. Tek bir çağrı, her realm için birer tane olmak üzere birkaçıyla karşılaşabilir.",
    choose:
      "Kayıt sunucusu, yönlendirme sunucusu ve kullanıcı aracısı 401 gönderir. Vekil sunucu 407 gönderir, 401 gönderemez. Asterisk gibi bir B2BUA kullanıcı aracısıdır: çağrılara da 401 gönderir. İstemciler ikisini de yanıtlar ve kimlik bilgilerini realm başına tutar.",
    swap: "407'den sonra digest'ini `Authorization` içine koyan istemciye sonsuza dek yeniden kimlik sorulur. 401 gönderen vekil sunucu, aranan kılığına girer: arananın sonradan kendi gönderdiği 401, reddedilmiş bir parola gibi görünür.",
  },
  "403-vs-603": {
    summary:
      "403, bir sunucunun bu isteğe hayır demesidir: arayanın hesap, adres veya politika gereği buna hakkı yoktur. 603 ise arananın ya da onun adına bir makinenin hayır demesidir ve bütün telefonlar için geçerlidir. Vekil sunucu 403'ten sonra diğer hedefleri denemeyi sürdürür, 603'ten sonra durur. 603, bir Asterisk atlamasında neden kodu yoluyla 403'e dönüşür.",
    choose:
      "Politikanız isteği yasaklıyorsa 403 gönderin: yasak hedef, yabancı alan adı, yetersiz bakiye. Aranan taraf çağrıyı istemiyorsa 603 gönderin. Analizle engellemenin kendi kodları vardır: 608 ya da ABD'de Network Blocked ifadeli 603.",
    swap: "FreePBX bir 603'ten sonra başka trunk denemez: bakiyesi biten hesap için 603 diyen operatör, arayanı hiç çağrı yapamaz halde bırakır. Reddedince 403 gönderen telefon, destek ekibine yanlış parola arattırır.",
  },
  "404-vs-410": {
    summary:
      "404, bu alan adının kullanıcıyı tanımadığını ya da sunucunun aranan alan adına hizmet vermediğini söyler. 410 ise kullanıcıyı eskiden tanıdığını, adresin kalıcı olarak kapandığını ve yenisinin bilinmediğini söyler. İkisi de alan adı için nihaidir ve diyalog içindeki bir isteğe yanıt olduklarında ikisi de bütün diyaloğu bitirir.",
    choose:
      "Numaranın bırakıldığını ve yerine kimsenin gelmediğini biliyorsanız 410 gönderin. Onu hiç bilmediyseniz 404 gönderin. Yeni adres biliniyorsa 301 gönderin. Kullanıcı var ama kayıtlı telefonu yoksa 480 gönderin.",
    swap: "Taşınmış veya kapatılmış numara için 404, arayanlara yazım hatası arattırır ve adres defterleri geçersiz numarayı saklar. Yalnızca telefonu çevrimiçi olmayan bir kullanıcı için 410, otomatik arayıcıya geçerli bir numarayı sildirir.",
  },
  "404-vs-480": {
    summary:
      "404, burada böyle bir kullanıcı olmadığını söyler. 480 ise kullanıcının var olduğunu ama şu an ulaşılamadığını söyler: kayıtlı telefon yoktur ya da telefonda rahatsız etme açıktır. Fark, yeniden aramanın anlamlı olup olmadığını belirler. Varsayılan bir Kamailio betiği, yalnızca çevrimdışı olan telefon için 404 verir.",
    choose:
      "Kullanıcı kısmı hiçbir tablonuzda yoksa 404 gönderin. Varsa ve kayıt girdisi yoksa 480, süreyi biliyorsanız `Retry-After` ile gönderin. Farkı kimliğini doğrulamadığınız arayanlardan gizleyin, yoksa kullanıcılarınızı listeleyebilirler.",
    swap: "Çevrimdışı telefon için 404, asıl sorun telefonun ağ bağlantısıyken destek ekibine arama planını inceletir. Var olmayan numara için 480, otomatik arayıcıya onu her saat yeniden aratır; telesekreter de olmayan biri için mesaj alabilir.",
  },
  "404-vs-604": {
    summary:
      "İkisi de kullanıcının bulunmadığını söyler ve ikisi de nihaidir. Fark, nereye kadar uzandıklarıdır: 404 tek bir alan adı, 604 ise her yer adına konuşur. Dallandıran vekil sunucu 404'ten sonra diğer dallarını dener, 604'ten sonra iptal eder. İkisi de Asterisk'ten ve FreeSWITCH'ten 404 olarak çıkar.",
    choose:
      "404 gönderin: bir kayıt sunucusu veya PBX yalnızca kendi kullanıcılarını bilir. 604'ü yalnızca bir numara aralığının merkezi veritabanı gibi bütün dizin elinizdeyse gönderin. ISDN'den neden 1 alan ağ geçidi 404 gönderir.",
    swap: "Üç trunk'tan birinden gelen 604, vekil sunucunun numarayı taşıyan öteki ikisini denemesini engeller. Yetkili sunucudan gelen 404, vekil sunucuya bütün dallarını sırayla denetir ve arayan aynı ret yanıtını birkaç saniye sonra alır.",
  },
  "408-vs-480": {
    summary:
      "408, süresinde yanıt gelmediğini söyler: bir sunucu beklemiştir ve kullanıcı hakkında bir şey bilmez. 480 ise kullanıcıya şu an ulaşılamadığını birinin bildiğini söyler. 408 çoğunlukla kopuk bir yol, 480 çoğunlukla çevrimdışı telefon ya da rahatsız etmedir. Kaydını silmeden devreden çıkan telefon için UDP üzerinde 32 sn sonra 408 gelir.",
    choose:
      "Vekil sunucu, nihai yanıt gelmediğinde 408 gönderir: hiç yanıtsız 32 sn ya da uzun bir çalmada Timer C. Kayıtlı telefon olmadığını ya da kullanıcının uzakta olduğunu biliyorsanız 480 gönderin. Kullanıcısının çalmaya bıraktığı telefon sonunda kendiliğinden 480 gönderir.",
    swap: "Kopuk bir yol için 480, `INVITE` isteklerini atan güvenlik duvarını gizler: herkes kullanıcıyı çevrimdışı sanır. Kayıtsız telefon için 408, baştan belli olan bir ret için arayanı 32 sn bekletir ve telesekretere geçiş geç kalır.",
  },
  "408-vs-487": {
    summary:
      "408, nihai yanıttan önce sürenin dolduğunu söyler. 487 ise isteği birinin bitirdiğini söyler: bir `CANCEL` ile ya da erken diyaloğa gönderilen bir `BYE` ile. 487, arayanın vazgeçtiği her çağrının olağan sonudur, yani arıza değildir. Timer C'den sonra vekil sunucu iptal eder: telefon 487 der, arayan 408 alır.",
    choose:
      "`INVITE` isteği iptal edilen telefon olarak, `CANCEL` isteğine verdiğiniz 200'den sonra 487 gönderin. Boşuna bekleyen vekil sunucu olarak 408 gönderin. Arayan kapattıysa, bir telefon `CANCEL` isteğini hiç doğrulamamış olsa da çağrı 487 ile biter.",
    swap: "Kendi zaman aşımı için 487 gönderen vekil sunucu, raporlara arayanın kapattığını yazdırır ve sessiz telefona kimse bakmaz. Arayanın iptal ettiği çağrı için 408, çalışan bir trunk'ın hata oranını yükseltir.",
  },
  "408-vs-504": {
    summary:
      "408, aranan tarafın süresinde yanıt vermediğini söyler. 504 ise bu sunucunun gerek duyduğu bir sunucunun, örneğin arkasındaki bir ağ geçidinin ya da bir sorgunun yanıt vermediğini söyler. RFC 3261'e göre vekil sunucu sessiz kalan dal için 408 verir; dolayısıyla 504, perde arkasındaki bir sunucuyu gösterir. İkisi de bir ISDN ağ geçidinde neden 102'ye dönüşür.",
    choose:
      "Vekil sunucu olarak bir dal sessiz kalıyorsa 408 gönderin. İsteği işlemek için sormanız gereken dış bir sunucu yanıt vermiyorsa 504 gönderin: veritabanı, konum servisi, ağ geçidi. `INVITE` dışındaki isteğe hiç 408 göndermeyin: çok geç kalmış olur.",
    swap: "FreeSWITCH zaman aşımı nedenini 504'e eşler; bu yüzden kapalı bir telefon yukarı yönde bozuk bir ağ geçidi gibi görünür. Veritabanı askıda kalan sunucudan gelen 408, destek ekibini `INVITE` isteğini hiç almamış olan arananın telefonuna gönderir.",
  },
  "480-vs-486": {
    summary:
      "486, telefona ulaşıldığını ve kullanıcısının başka bir çağrıyla meşgul olduğunu söyler. 480 ise kullanıcıya şu an başka herhangi bir nedenle ulaşılamadığını söyler: kayıtlı değil, rahatsız etme, cevap yok. İkisi de tek bir uç sistem adına konuşur ve vekil sunucu ikisinden sonra da diğerlerini çaldırmayı sürdürür. Telefonlar farklı davranır: birçoğu reddedince 486, rahatsız etmede 480 verir.",
    choose:
      "Kullanıcı görüşmedeyse ya da bu çağrıyı bu telefonda reddediyorsa 486 gönderin. Uzaktaysa, oturumu kapattıysa ya da rahatsız etmeyi açtıysa 480, biliniyorsa `Retry-After` ile gönderin. Sunucu, kayıtsız kullanıcı adına 480 verir, asla 486 vermez.",
    swap: "Kayıtsız telefon için 486 saatlerce meşgul tonu çaldırır, arayanlar da hattın hep meşgul olduğunu bildirir. Meşgul telefon için 480, çağrıyı telesekreterin “ulaşılamıyor” metnine gönderir ve meşgulde geri aramanın başlamasını engeller.",
  },
  "481-vs-487": {
    summary:
      "481, isteğin gösterdiği diyaloğun veya işlemin burada bilinmediğini söyler. 487 ise düzgün biçimde iptal edilmiş bir `INVITE` isteğine yanıttır. İkisi de `CANCEL` çevresinde görülür: çok geç ya da başka bir `branch` ile gelen `CANCEL` 481 alır; eşleşeni 200, onun `INVITE` isteği de 487 alır.",
    choose:
      "Elinizdeki hiçbir şeyle eşleşmeyen bir `BYE`, `CANCEL`, `NOTIFY` veya ikinci `INVITE` isteğine 481 gönderin. 487'yi, iptal edildiğinde `INVITE` isteğinin kendisine gönderin. Diyalogda aldığınız 481'de o kullanımı bırakın. Aldığınız 487'de yapacak bir şey yoktur.",
    swap: "İptal edilen `INVITE` isteğinin kendisine 481 veren telefon, vazgeçilen her çağrıyı raporlarda kaybolmuş diyalog gibi gösterir. Bilmediği bir `BYE` isteğine 487 diyen sunucu, karşı tarafın listesinde ve faturasında hâlâ süren bir çağrı bırakır.",
  },
  "486-vs-600": {
    summary:
      "İkisi de meşgul der ve ikisi de nihaidir. 486, tek bir telefon adına konuşur: dallandıran vekil sunucu diğerlerini çaldırmayı sürdürür, telesekreter yine cevaplayabilir. 600 ise nerede olursa olsun kullanıcı adına konuşur: vekil sunucu diğer bütün telefonları iptal eder ve yeni dal açmaz. Bir telefon bu kadarını nadiren bilebilir; bu yüzden neredeyse her zaman doğru olan 486'dır.",
    choose:
      "Bir telefondan veya hattan 486 gönderin. 600'ü yalnızca kullanıcının bütün telefonlarını meşgul gören ve ardından telesekreter gelmediğini bilen bir sunucu olarak gönderin. 600 alan B2BUA, özgün kodu saklayan bir `Reason` başlığı olmadan 486 iletmemelidir.",
    swap: "On kişilik çalma grubunda 600'e ayarlı tek bir cihaz: öteki dokuzu `Reason: SIP;cause=600` taşıyan bir `CANCEL` alır ve susar, arayan ise meşgul tonu duyar. Gerçek bir 600 yerine 486 göndermenin tek bedeli, çağrıyı telesekreterin cevaplamasıdır.",
  },
  "486-vs-603": {
    summary:
      "486, bu telefonun meşgul olduğunu ya da kullanıcısının çağrıyı burada reddettiğini söyler. 603 ise arananın çağrıyı hiçbir telefonda istemediğini söyler ve neden belirtmez. Vekil sunucu 486'dan sonra devam eder, 603'ten sonra durur ve iptal eder. Birçok telefon, reddetme düğmesinin ikisinden hangisini göndereceğini seçtirir.",
    choose:
      "Reddetme düğmesi 486 göndersin ki çağrıyı bir çalışma arkadaşı ya da telesekreter alabilsin. 603'ü, kullanıcı açıkça “hiçbir yerde” dediğinde ya da bir sunucu aranan adına engellediğinde gönderin. Nedeni bilmemesi gereken arayan 480 alır.",
    swap: "Reddedince 603 gönderen yazılım telefonu bütün kuyruğun çalmasını bitirir; Asterisk de onu arayana, yanlış hesap gibi görünen 403 olarak iletir. Engellenen arayan için 486, robot aramaların arkadaki telesekretere ulaşmasına izin verir.",
  },
  "487-vs-603": {
    summary:
      "487, isteği cevaptan önce arayan tarafın bitirdiğini söyler. 603 ise onu aranan tarafın reddettiğini söyler. Çalma grubunda ikisi aynı çağrıda görülür: reddeden telefon 603, onun yüzünden iptal edilen telefonlar 487 der. Arayan yalnızca 603'ü alır.",
    choose:
      "487'yi yalnızca bir `CANCEL` sonrasında ya da erken diyalogdaki bir `BYE` sonrasında gönderin. Kullanıcı bütün telefonlar için reddediyorsa 603 gönderin. Vekil sunucunun 603 yüzünden gönderdiği `CANCEL`, `Reason: SIP;cause=603` taşır ki telefon onu vazgeçen bir arayandan ayırabilsin.",
    swap: "İptal edilen `INVITE` isteğine 603 veren telefon, kapatan arayanı her raporda bir redde çevirir. Ret için 487 diyen ağ geçidi, otomatik arayıcıya aynı kişiyi hemen yeniden aratır.",
  },
  "488-vs-606": {
    summary:
      "İkisi de oturum tanımının uymadığını söyler: ortak codec yok, SRTP yok, böyle bir medya yok. 488, bu telefon adına konuşur, bir başkası uyabilir. 606 ise kullanıcının hiçbir telefonunun uymayacağını söyler ve vekil sunucu kalanları iptal eder. `Warning` başlığı neyin eksik olduğunu, örneğin bir medya türü için warn-code 304 ile söyler. Diyalog içinde çağrı her iki durumda da sürer.",
    choose:
      "488'i bir `Warning` başlığıyla ya da ne yapabildiğinizi gösteren bir SDP gövdesiyle gönderin. 606'yı yalnızca kullanıcının bütün telefonlarını biliyorsanız gönderin. Codec'ler arasındaki seçimi cevaba bırakın ve yalnızca geriye hiçbir şey kalmazsa reddedin.",
    swap: "Eksik bir codec için 606 gönderen görüntülü kapı telefonu, çağrıyı alacak olan masa telefonunun çalmasını bitirir. 606, Asterisk'ten ve FreeSWITCH'ten 488 olarak çıkar; bu yüzden arayan onun her yer için geçerli olduğunu göremez.",
  },
  "500-vs-503": {
    summary:
      "500, bu sunucunun bu istekte başarısız olduğunu söyler. 503 ise sunucunun bütün olarak şu an iş almadığını söyler: istemci başka bir sunucu kullanmalıdır, ne kadar süreyle olduğunu `Retry-After` söyler. Tek bir 503 alan vekil sunucu onu 500 olarak iletir, çünkü aşırı yüklü olan kendisi değildir. Diyalog içinde 500, fazla küçük bir `CSeq` için de yanıttır.",
    choose:
      "Tek bir istekte hata oluşursa 500 gönderin. Aşırı yüklüyseniz, açılıyor ya da kapanıyorsanız saniye cinsinden `Retry-After` ile 503 gönderin ve o karşı tarafın bütün trafiğinin o süre boyunca kesileceğini hesaba katın. Arkadan gelen 503'ü asla kendinizinmiş gibi iletmeyin.",
    swap: "Bozuk tek bir trunk'ın 503'ünü ileten vekil sunucu, öndeki PBX'e bütün vekil sunucuyu ve onunla birlikte bütün trunk'ları çökmüş saydırır. Aşırı yükte verilen 500 yükü azaltmaz: hiçbir istemci ikinci sunucuya geçmez.",
  },
  "502-vs-503": {
    summary:
      "502, sonraki sunucunun geçersiz bir yanıt verdiğini söyler. 503 ise bu sunucunun (vekil sunucu açısından sonraki sunucunun) şu an iş alamadığını söyler. Ağ geçidi, ISDN'deki neden 27, yani hedef arızalı için 502 gönderir. İstemci 503'ten sonra başka bir sunucuya geçer. 502 için böyle bir kural yoktur.",
    choose:
      "Arkanızdaki sistem yanlış yanıt veriyorsa 502 gönderin: bozuk bir mesaj, arızalı bir hedef. Kendiniz hiçbir şey alamıyorsanız `Retry-After` ile 503 gönderin. Arkadaki sistem sessiz kalıyorsa 408 ya da 504 gönderin.",
    swap: "Çalışmayan tek bir hedef için 503, istemcileri diğer bütün numaralara hâlâ hizmet veren bir ağ geçidinden uzaklaştırır. Aşırı yüklü ağ geçidi için 502, çağrıların gelmeye devam etmesi demektir, çünkü hiçbir telefon 502 yüzünden beklemez ya da başka yere geçmez.",
  },
  "503-vs-504": {
    summary:
      "503, hemen hayır diyen bir sunucudur: aşırı yüklü, bakımda, bütün hatlar dolu. 504 ise başka bir sunucuyu bekleyip hiçbir şey alamamış bir sunucudur. Onları iz kaydındaki saat ayırır: 503, milisaniyeler içinde, 504 ise bekleyenin süre sınırından sonra gelir.",
    choose:
      "İş alamıyorsanız 503, ne zaman alacağınızı biliyorsanız `Retry-After` ile gönderin. Bağlı olduğunuz bir sunucu yanıt vermediyse 504 gönderin. Vekil sunucu olarak sessiz kalan dal için 408 gönderin. Asterisk'te 504, neden tablosu gereği 603 olarak çıkar.",
    swap: "Yavaş bir veritabanı için 503, bütün istemcileri çağrıları hâlâ yönlendirebilecek bir sunucudan uzaklaştırır. Aşırı yük için 504, arayana sunucunun arkasında, aslında olmayan sessiz bir sistemi aratır, yük ise kalır.",
  },
  "600-vs-603": {
    summary:
      "İkisi de çağrıyı arananın bütün telefonları için bitirir. 600, nedeni verir: meşgul. 603, nedeni saklar. Arayan, 600'den sonra `Retry-After` süresi dolunca yeniden deneyebilir; 603'ü ise hiçbir makine kendiliğinden yinelememelidir. Asterisk 600'ü 486, 603'ü 403 olarak geçirir.",
    choose:
      "Kullanıcının her yerde meşgul olduğunu biliyorsanız 600 gönderin. Kullanıcı çağrıyı istemiyorsa ve nedeni kimseyi ilgilendirmiyorsa 603 gönderin. Başka bir telefon veya telesekreter cevaplayabilecekse 486 gönderin. Bir daha istenmeyen arayan için 607 vardır.",
    swap: "Meşgul kullanıcı için 603, bir sonraki çağrı ulaşabilecekken otomatik arayıcıya numarayı sildirir. Ret için 600, otomatik arayıcıya numarayı on beş dakikada bir yeniden aratır. FreePBX'te 603 ayrıca başka bir trunk aranmasını durdurur.",
  },
  "603-vs-607": {
    summary:
      "603, bu çağrıyı reddeder. 607 ise arananın bu arayanın numarasından hiç çağrı istemediğini söyler ve sayılmak içindir: bir operatör onu spam puanına katabilir. 607'yi yalnızca aranan ya da telefonu gönderir. 607'yi bilmeyen eski istemci onu 600 gibi ele alır.",
    choose:
      "Kullanıcı “spam” gibi bir düğmeye basarsa 607 gönderin. Kullanıcı şu an bu çağrıyı istemiyorsa 603 gönderin. Bir ağ bileşeni kendiliğinden karar veriyorsa 608, ABD'de ise Network Blocked ifadeli 603 gönderin.",
    swap: "Her rette 607 gönderen telefon, dostların numaralarını spam diye işaretler ve sonraki aramaları etiketlenir. Spam için 603 ağa bir şey öğretmez: aynı numara bir saniye sonra sıradaki abonede çalar.",
  },
  "603-vs-608": {
    summary:
      "603, arananın reddidir. 608 ise ikisi arasındaki bir makinenin, çoğunlukla bir operatörün analiz sisteminin reddidir ve `Call-Info` satırı arayanın kime şikâyet edebileceğini söyler. ABD'de Mart 2026'dan beri analizle engelleme, `Reason` başlığında URL taşıyan Network Blocked ifadeli 603'tür.",
    choose:
      "Telefon olarak 603 gönderin, asla 608 göndermeyin. Engelleyen ağ bileşeni olarak, `INVITE` isteğinin `Feature-Caps` başlığında `sip.608` varsa `Call-Info` içinde imzalı jCard ile 608 gönderin. ABD'de ATIS-1000099'daki 603'ü gönderin.",
    swap: "Analizden gelen düz bir 603, bir insanın reddi gibi görünür: bir muayenehane, numarasının spam diye etiketlendiğini hiç öğrenemez. FreeSWITCH, aldığı 608 için öteki bacakta 603 gönderir ve şikâyet adresi yolda kaybolur.",
  },
  "607-vs-608": {
    summary:
      "607, arananın kendi hükmüdür: bu arayan istenmiyor. 608 ise arananın hiç görmediği bir aracının hükmüdür. 607, arayana başvuracak kimse göstermez, 608 ise kural olarak kiminle iletişim kurulacağını `Call-Info` içinde söyler. İkisi de her yerde geçerlidir: ikisinden sonra da başka telefon çalmaz.",
    choose:
      "607'yi yalnızca arananın bir eylemi üzerine gönderin: bir düğme, kişisel bir engelleme listesi. Ağdaki bir yazılım karar veriyorsa `Call-Info` içinde itiraz için iletişim bilgisiyle 608 gönderin. Arananın kendi tuttuğu engelleme listesi aranan sayılır: 607.",
    swap: "Kendi filtresi için 607 gönderen operatör, aranan tarafı suçlar ve arayana başvuracak kimse bırakmaz. 608 gönderen telefon aracı olduğunu ileri sürer; arayan da onu açıklayacak `Call-Info` satırını boşuna arar.",
  },
} as const satisfies Readonly<Record<ConfusedPair, VerdictTexts>>;
