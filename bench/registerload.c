// registerload: registers users over UDP, in a closed loop (always WINDOW of them at a time) or at a RATE. A registration
// is REGISTER, 200, or, when the server wants digest authentication, REGISTER, 401, REGISTER with credentials, 200.
// Packets travel in runs (recvmmsg, sendmmsg), so that the generator stays cheaper than what it measures.
//
//   gcc -O2 -o registerload registerload.c
//   registerload -p PORT [-l LOCAL_PORT] [-s SECONDS] [-n COUNT] [-w WINDOW] [-r RATE] [-u USERS] [-P PASSWORD] [-d DOMAIN]
//
// Users are u000001 up to USERS of DOMAIN, which is the realm too, taken in turn until SECONDS have gone or COUNT
// registrations have begun. LOCAL_PORT is the port of all contacts: runs from one port refresh the same bindings, runs
// from several add more. Prints one line of JSON: sent (registrations begun), ok, other (any other final answer), lost
// (unanswered for half a second), secs, rate, latMeanUs, latMaxUs.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 256, LONGEST = 2048, MAX_WINDOW = 4096, STARTS = 1 << 16 };
#define LOST_AFTER_NS 500000000ull
#define DRAIN_NS 1000000000ull

// ---- MD5 (RFC 1321) of short texts, result in hexadecimal ----

static const uint32_t sines[64] = {
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
  0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
  0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
  0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
  0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
  0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
  0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
  0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
static const int turns[4][4] = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } };

static void md5_block(uint32_t state[4], const uint8_t *block) {
  uint32_t words[16], a = state[0], b = state[1], c = state[2], d = state[3];
  for (int i = 0; i < 16; i++)
    words[i] = block[4 * i] | block[4 * i + 1] << 8 | block[4 * i + 2] << 16 | (uint32_t)block[4 * i + 3] << 24;
  for (int i = 0; i < 64; i++) {
    uint32_t mixed;
    int word;
    switch (i >> 4) {
      case 0: mixed = (b & c) | (~b & d); word = i; break;
      case 1: mixed = (d & b) | (~d & c); word = (5 * i + 1) & 15; break;
      case 2: mixed = b ^ c ^ d; word = (3 * i + 5) & 15; break;
      default: mixed = c ^ (b | ~d); word = (7 * i) & 15;
    }
    uint32_t sum = a + mixed + sines[i] + words[word];
    int turn = turns[i >> 4][i & 3];
    a = d, d = c, c = b;
    b += sum << turn | sum >> (32 - turn);
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

static void md5(const char *text, size_t length, char hex[33]) {
  uint32_t state[4] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
  uint8_t last[128] = { 0 };
  size_t whole = length & ~(size_t)63, rest = length - whole, padded = rest < 56 ? 64 : 128;
  for (size_t at = 0; at < whole; at += 64) md5_block(state, (const uint8_t *)text + at);
  memcpy(last, text + whole, rest);
  last[rest] = 0x80;
  for (int i = 0; i < 8; i++) last[padded - 8 + i] = (uint8_t)((uint64_t)length * 8 >> 8 * i);
  for (size_t at = 0; at < padded; at += 64) md5_block(state, last + at);
  for (int i = 0; i < 16; i++) {
    int octet = state[i / 4] >> 8 * (i & 3) & 255;
    hex[2 * i] = "0123456789abcdef"[octet >> 4];
    hex[2 * i + 1] = "0123456789abcdef"[octet & 15];
  }
  hex[32] = 0;
}

static void md5_must_work(void) { // RFC 1321 appendix A.5, one text within a block and one beyond it
  const char *longer = "12345678901234567890123456789012345678901234567890123456789012345678901234567890";
  char one[33], two[33];
  md5("abc", 3, one);
  md5(longer, strlen(longer), two);
  if (!strcmp(one, "900150983cd24fb0d6963f7d28e17f72") && !strcmp(two, "57edf4a22be3c955ac49da2e2107b67a")) return;
  fprintf(stderr, "registerload: MD5 is wrong\n");
  exit(1);
}

// ---- messages ----

static const char *domain = "bench.test", *password = "secret";
static int local_port; // 0: whatever the system gives
static unsigned long run; // in every branch and Call-ID, so that no two runs share one
static char (*ha1)[33];
static char ha2[33];
static long users = 50000;

static void prepare_digests(void) {
  char text[512];
  ha1 = calloc(users + 1, sizeof *ha1);
  for (long user = 1; user <= users; user++)
    md5(text, snprintf(text, sizeof text, "u%06ld:%s:%s", user, domain, password), ha1[user]);
  md5(text, snprintf(text, sizeof text, "REGISTER:sip:%s", domain), ha2);
}

// The REGISTER of registration `index`, with `credentials` (a whole header line, or empty).
static int write_register(char *out, unsigned long index, int attempt, const char *credentials) {
  long user = (long)(index % users) + 1;
  unsigned long cseq = 2 * (index / users) + attempt;
  return snprintf(out, LONGEST,
    "REGISTER sip:%s SIP/2.0\r\n"
    "Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK%lx-%lx-%d;rport\r\n"
    "Max-Forwards: 70\r\n"
    "From: \"u%06ld\" <sip:u%06ld@%s>;tag=t%lx\r\n"
    "To: \"u%06ld\" <sip:u%06ld@%s>\r\n"
    "Call-ID: d%lx.%lx@127.0.0.1\r\n"
    "CSeq: %lu REGISTER\r\n"
    "Contact: <sip:u%06ld@127.0.0.1:%d;transport=udp>;expires=3600\r\n"
    "Expires: 3600\r\n"
    "%s"
    "User-Agent: bench/1.0\r\n"
    "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, UPDATE, INFO, REFER, NOTIFY, MESSAGE\r\n"
    "Supported: path, gruu, outbound\r\n"
    "Content-Length: 0\r\n\r\n",
    domain, local_port, run, index, attempt, user, user, domain, index, user, user, domain, (unsigned long)user, run,
    cseq, user, local_port, credentials);
}

// The second REGISTER, which answers the challenge in `response`. 0 when there is none with qop=auth.
static int write_answer(char *out, unsigned long index, const char *response) {
  const char *challenge = strstr(response, "WWW-Authenticate: Digest ");
  const char *nonce = challenge ? strstr(challenge, "nonce=\"") : NULL;
  const char *end = nonce ? strchr(nonce + 7, '"') : NULL;
  if (!end || end - nonce > 200 || !strstr(challenge, "qop=\"auth\"")) return 0;
  long user = (long)(index % users) + 1;
  int length = (int)(end - (nonce + 7));
  char text[512], proof[33], credentials[1024];
  md5(text, snprintf(text, sizeof text, "%s:%.*s:00000001:%08lx:auth:%s", ha1[user], length, nonce + 7, index, ha2), proof);
  snprintf(credentials, sizeof credentials,
    "Authorization: Digest username=\"u%06ld\", realm=\"%s\", nonce=\"%.*s\", uri=\"sip:%s\", response=\"%s\", "
    "algorithm=MD5, cnonce=\"%08lx\", qop=auth, nc=00000001\r\n",
    user, domain, length, nonce + 7, domain, proof, index);
  return write_register(out, index, 2, credentials);
}

// ---- the socket, in runs ----

static int fd;
static char outgoing[BATCH][LONGEST], incoming[BATCH][LONGEST + 1];
static struct iovec out_parts[BATCH], in_parts[BATCH];
static struct mmsghdr out_messages[BATCH], in_messages[BATCH];
static int waiting;

static void open_socket(int port) {
  struct sockaddr_in server = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  struct sockaddr_in self = { .sin_family = AF_INET, .sin_port = htons(local_port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t length = sizeof self;
  int size = 4 << 20;
  fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  if (bind(fd, (void *)&self, sizeof self) || connect(fd, (void *)&server, sizeof server) ||
      getsockname(fd, (void *)&self, &length)) {
    perror("registerload");
    exit(1);
  }
  local_port = ntohs(self.sin_port);
  for (int i = 0; i < BATCH; i++) {
    out_parts[i].iov_base = outgoing[i];
    in_parts[i] = (struct iovec){ incoming[i], LONGEST };
    out_messages[i].msg_hdr = (struct msghdr){ .msg_iov = &out_parts[i], .msg_iovlen = 1 };
    in_messages[i].msg_hdr = (struct msghdr){ .msg_iov = &in_parts[i], .msg_iovlen = 1 };
  }
}

static void flush(void) {
  for (int done = 0; done < waiting;) {
    int sent = sendmmsg(fd, out_messages + done, waiting - done, 0);
    done += sent > 0 ? sent : 1; // what the system refuses is lost, and counted as such later
  }
  waiting = 0;
}

static char *next_slot(void) {
  if (waiting == BATCH) flush();
  return outgoing[waiting];
}

static void queue(int length) { out_parts[waiting++].iov_len = length; }

// ---- the load ----

static unsigned long begun, ok, other, lost;
static unsigned long forgotten; // registrations below this index were written off; their late answers do not count
static uint64_t started[STARTS], latency_sum, latency_max;

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000ull + t.tv_nsec;
}

static unsigned long in_flight(void) { return begun - ok - other - lost; }

static void take(const char *response, uint64_t time) {
  const char *branch = strstr(response, "branch=z9hG4bK");
  unsigned long of, index;
  int attempt;
  if (!branch || sscanf(branch + 14, "%lx-%lx-%d", &of, &index, &attempt) != 3 || of != run || index < forgotten) return;
  if (!strncmp(response, "SIP/2.0 1", 9)) return;
  if (attempt == 1 && !strncmp(response, "SIP/2.0 401", 11)) {
    int length = write_answer(next_slot(), index, response);
    if (length > 0) queue(length);
    else other++;
  } else if (!strncmp(response, "SIP/2.0 200", 11)) {
    uint64_t took = time - started[index % STARTS];
    latency_sum += took;
    if (took > latency_max) latency_max = took;
    ok++;
  } else if (other++ == 0) {
    fprintf(stderr, "registerload: %.*s\n", (int)strcspn(response, "\r\n"), response);
  }
}

static int receive(uint64_t time) {
  int count = recvmmsg(fd, in_messages, BATCH, MSG_DONTWAIT, NULL);
  for (int i = 0; i < count; i++) {
    incoming[i][in_messages[i].msg_len] = 0;
    take(incoming[i], time);
  }
  return count > 0 ? count : 0;
}

struct plan {
  double seconds, rate; // a rate of 0: as fast as the window allows
  unsigned long count, window;
};

// Whether another registration is due `elapsed` nanoseconds after the first.
static int is_due(const struct plan *plan, uint64_t elapsed) {
  if (elapsed >= plan->seconds * 1e9 || begun >= plan->count || in_flight() >= plan->window) return 0;
  return plan->rate == 0 || begun < elapsed / 1e9 * plan->rate;
}

static void load(const struct plan *plan) {
  struct pollfd poll_fd = { fd, POLLIN, 0 };
  int wait_ms = plan->rate == 0 ? 20 : 1;
  uint64_t first = now(), end = first + (uint64_t)(plan->seconds * 1e9), last = first, time;
  while (((time = now()) < end && begun < plan->count) || (in_flight() > 0 && time < end + DRAIN_NS)) {
    while (is_due(plan, time - first)) {
      started[begun % STARTS] = time;
      queue(write_register(next_slot(), begun, 1, ""));
      begun++;
    }
    flush();
    if (receive(now()) > 0) last = now();
    else if (in_flight() > 0 && time - last > LOST_AFTER_NS) {
      lost += in_flight();
      forgotten = begun;
      last = time;
    } else poll(&poll_fd, 1, wait_ms);
    flush();
  }
  double elapsed = (last - first) / 1e9;
  printf("{\"kind\":\"register\",\"sent\":%lu,\"ok\":%lu,\"other\":%lu,\"lost\":%lu,\"secs\":%.2f,\"rate\":%.0f,"
         "\"latMeanUs\":%.0f,\"latMaxUs\":%.0f}\n",
    begun, ok, other, lost + in_flight(), elapsed, ok / elapsed, ok ? latency_sum / 1e3 / ok : 0, latency_max / 1e3);
}

int main(int count, char **words) {
  int port = 5060, option;
  struct plan plan = { .seconds = 10, .rate = 0, .count = ULONG_MAX, .window = 128 };
  while ((option = getopt(count, words, "p:l:s:n:w:r:u:P:d:")) != -1) switch (option) {
    case 'p': port = atoi(optarg); break;
    case 'l': local_port = atoi(optarg); break;
    case 's': plan.seconds = atof(optarg); break;
    case 'n': plan.count = strtoul(optarg, NULL, 10); break;
    case 'w': plan.window = strtoul(optarg, NULL, 10); break;
    case 'r': plan.rate = atof(optarg); break;
    case 'u': users = atol(optarg); break;
    case 'P': password = optarg; break;
    case 'd': domain = optarg; break;
    default: return 2;
  }
  if (plan.window < 1 || plan.window > MAX_WINDOW || users < (long)plan.window || users > 999999) {
    fprintf(stderr, "registerload: the window is 1 to %d, and there are at least that many users\n", MAX_WINDOW);
    return 2;
  }
  md5_must_work();
  run = (unsigned long)getpid() << 32 ^ (unsigned long)time(NULL);
  prepare_digests();
  open_socket(port);
  load(&plan);
  return 0;
}
