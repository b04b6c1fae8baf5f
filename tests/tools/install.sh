# Read by tests/run: installs what the tests need and this machine lacks.

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# The Debian packages this machine lacks, one a line.
missing_packages() {
  need() { command -v "$1" >/dev/null 2>&1 || echo "$2"; }
  need chromium chromium
  need zbarimg zbar-tools
  need pdftotext poppler-utils
  need qpdf qpdf
  need java default-jre-headless
  need node nodejs
  need npm npm
  need python3 python3
  need openssl openssl
  need fc-list fontconfig
  [ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc ] || echo fonts-noto-cjk
  ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || echo faketime
  find_pg_bin || echo postgresql
  python3 -c 'import venv, ensurepip' >/dev/null 2>&1 || echo python3-venv
  case "$(fc-list 2>/dev/null)" in *NotoSansArabic* | *NotoNaskhArabic*) ;; *) echo fonts-noto-core ;; esac
}

install_packages() {
  local packages
  mapfile -t packages < <(missing_packages)
  [ ${#packages[@]} -eq 0 ] && return 0
  echo "installing ${packages[*]}"
  # A machine's own PostgreSQL cluster is not wanted: the tests start one of their own.
  as_root mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "${packages[@]}" >"$logs/apt.log" 2>&1 ||
    { tail -20 "$logs/apt.log"; return 1; }
}

install_rust_parts() {
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt || return 1
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
}

# The versions are those of the lock file beside the browser tests.
install_node_parts() {
  local to="$HAZIR_TEST_TOOLS/node"
  cmp -s tests/browser/package-lock.json "$to/package-lock.json" && [ -e "$to/installed" ] && return 0
  rm -rf "$to" && mkdir -p "$to" && cp tests/browser/package.json tests/browser/package-lock.json "$to" &&
    (cd "$to" && npm ci --silent --no-audit --no-fund --ignore-scripts) && touch "$to/installed"
}

# A mail server, a mailbox, a name server, who checks signatures (pynacl is for Ed25519), and a calendar library and a
# checker of PDF/UA that share nothing with what wrote the calendar and the PDF.
python_parts='aiosmtpd==1.4.6 pymap==0.36.7 dnslib==0.9.26 dkimpy==1.1.8 pynacl==1.6.2 icalendar==7.3.0 tzdata==2026.6 page-validation==0.11.0'

install_python_parts() {
  local to="$HAZIR_TEST_TOOLS/python"
  [ "$(cat "$to/installed" 2>/dev/null)" = "$python_parts" ] && return 0
  python3 -m venv --clear "$to" && "$to/bin/pip" install --quiet --disable-pip-version-check $python_parts && echo "$python_parts" >"$to/installed"
}

# Mails as they really came back, which flufl.bounce (Apache-2.0) ships for its own tests; by version and hash.
returned_mail='flufl.bounce==6.0.0 --hash=sha256:a1df16b9d1877ae4536f7d76c00d8421fcefbe694f80f5285d05c45a2547b1bc'

install_returned_mail() {
  local to="$HAZIR_TEST_TOOLS/returned-mail" pip="$HAZIR_TEST_TOOLS/python/bin/pip"
  [ "$(cat "$to/installed" 2>/dev/null)" = "$returned_mail" ] && return 0
  rm -rf "$to" && mkdir -p "$to" && echo "$returned_mail" >"$to/wanted" &&
    "$pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: --require-hashes -r "$to/wanted" -d "$to" &&
    tar -xzf "$to"/flufl_bounce-*.tar.gz --strip-components=1 -C "$to" && echo "$returned_mail" >"$to/installed"
}

# A certificate for the loopback address, for the mail server and the PostgreSQL of the tests.
make_certificate() {
  local to="$HAZIR_TEST_TOOLS"
  openssl x509 -checkend 86400 -noout -in "$to/certificate.pem" >/dev/null 2>&1 && return 0
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=tests of hazir' -addext 'subjectAltName=IP:127.0.0.1,DNS:localhost' \
    -addext 'basicConstraints=critical,CA:FALSE' -keyout "$to/key.pem" -out "$to/certificate.pem" 2>"$logs/openssl.log"
}

install_tools() {
  local code=0
  for part in install_packages install_node_parts install_python_parts install_returned_mail make_certificate; do
    $part || { echo "$part did not succeed"; code=1; }
  done
  return $code
}
