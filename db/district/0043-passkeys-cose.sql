-- people: the half of a passkey that anybody may know is kept as devices write it (COSE_Key, RFC 9052 §7), which is what
-- @simplewebauthn/server reads (docs/decisions/0009-passkeys.md). It was kept as SubjectPublicKeyInfo in DER, which begins
-- with 0x30 as no map of COSE does. The numbers of bytes tell the kinds apart: ES256 has 91, Ed25519 44, RS256 more.
update auth_passkeys set public_key = case length(public_key)
  when 91 then
    '\xa5010203262001215820'::bytea || substr(public_key, 28, 32) || '\x225820'::bytea || substr(public_key, 60, 32)
  when 44 then '\xa4010103272006215820'::bytea || substr(public_key, 13, 32)
  -- 33 bytes before the modulus, two between it and the exponent, which has three.
  else
    '\xa40103033901002059'::bytea || int2send((length(public_key) - 38)::int2)
      || substr(public_key, 34, length(public_key) - 38) || '\x2143'::bytea
      || substr(public_key, length(public_key) - 2)
  end
where get_byte(public_key, 0) = 48;
