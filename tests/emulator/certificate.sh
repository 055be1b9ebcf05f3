#!/bin/sh
# usage: certificate.sh DIR - makes DIR/cert.pem and DIR/key.pem, good for a month for localhost and 127.0.0.1.
set -eu
mkdir -p "$1"
umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout "$1/key.pem" -out "$1/cert.pem" 2> "$1/openssl.log" ||
    { cat "$1/openssl.log"; exit 1; }
