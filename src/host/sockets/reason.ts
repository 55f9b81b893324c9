/** System and TLS error codes in words; `%` stands for the peer, and alerts go without their protocol version. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused by %",
  ECONNRESET: "connection reset by %",
  EPIPE: "closed by %",
  ETIMEDOUT: "no answer from %",
  EHOSTUNREACH: "no route to %",
  EHOSTDOWN: "% is down",
  ENETUNREACH: "the network of % is unreachable",
  ENETDOWN: "the network is down on the way to %",
  EADDRNOTAVAIL: "no local address or port is left for a connection to %",
  EINVAL: "% cannot be reached from this listener's address",
  EMFILE: "this process has no file descriptor left for a connection to %",
  ENFILE: "this machine has no file descriptor left for a connection to %",
  CERT_HAS_EXPIRED: "the certificate of % has expired",
  CERT_NOT_YET_VALID: "the certificate of % is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate of % is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate of % leads to an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT: "the certificate of % leads to an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate of % leads to an authority that is not trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate of % leads to an authority that is not trusted here",
  CERT_REVOKED: "the certificate of % is revoked",
  ERR_SSL_WRONG_VERSION_NUMBER: "% does not speak TLS",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "% does not speak TLS",
  ERR_SSL_HTTP_REQUEST: "% does not speak TLS",
  ERR_SSL_UNSUPPORTED_PROTOCOL: "% and this process share no version of TLS",
  ERR_SSL_ALERT_PROTOCOL_VERSION: "% and this process share no version of TLS",
  ERR_SSL_NO_SHARED_CIPHER: "% and this process share no cipher",
  ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM: "% and this process share no signature algorithm",
  ERR_SSL_ALERT_HANDSHAKE_FAILURE: "% refused the TLS handshake",
  ERR_SSL_ALERT_UNKNOWN_CA: "% does not trust the authority of our certificate",
  ERR_SSL_ALERT_CERTIFICATE_UNKNOWN: "% does not accept our certificate",
  ERR_SSL_ALERT_BAD_CERTIFICATE: "% does not accept our certificate",
  ERR_SSL_ALERT_CERTIFICATE_EXPIRED: "% says that our certificate has expired",
  ERR_SSL_ALERT_CERTIFICATE_REQUIRED: "% asks for a certificate and has got none",
  ERR_TLS_HANDSHAKE_TIMEOUT: "no TLS handshake from % in time",
};

/** Why a connection to or from `remote` failed, as one plain clause. */
export function plainReason(error: Error, protocol: string, remote: string): string {
  const code = (error as NodeJS.ErrnoException).code?.replace(/_(SSLV3|SSL\/TLS|TLSV1|TLSV13)_ALERT/, "_ALERT");
  const clause = code === undefined ? undefined : words[code];
  if (clause !== undefined) return clause.replace("%", remote);
  // The identity check of a certificate words its own refusal, see tls.ts.
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return (error as { reason?: string }).reason ?? error.message;
  return `${protocol} with ${remote} failed: ${code ?? error.message}`;
}
