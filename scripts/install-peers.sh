#!/bin/sh
# Installs the SIP programs that test/peers plays calls with and the browser of test/web. Needs root and apt; without them it says which are missing.
# Exit code 0: all are there. 1: some are not, and the tests that need them will be skipped.
set -u
PATH="$PATH:/usr/sbin"
PEERS="sipp:sip-tester baresip:baresip-core linphone-daemon:linphone-cli kamailio:kamailio chromium:chromium"

missing() {
  for peer in $PEERS; do
    command -v "${peer%%:*}" >/dev/null 2>&1 || printf ' %s' "${peer##*:}"
  done
}

install() {
  # shellcheck disable=SC2086 # a list of package names
  DEBIAN_FRONTEND=noninteractive timeout 240 \
    apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=60 $1 >/dev/null 2>&1 </dev/null
}

packages=$(missing)
[ -n "$packages" ] || exit 0
case $packages in
*chromium*) packages="$packages fonts-noto-cjk" ;; # for the pictures of Chinese pages
esac
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "ringback: installing programs for the tests:$packages"
  install "$packages" || { timeout 120 apt-get update -qq >/dev/null 2>&1 </dev/null && install "$packages"; }
  case $packages in
  *kamailio*) systemctl disable --now kamailio >/dev/null 2>&1 ;; # the tests start their own; nobody asked for a server on 5060
  esac
  packages=$(missing)
  [ -n "$packages" ] || exit 0
fi
echo "ringback: tests that need these Debian packages will be skipped:$packages"
exit 1
