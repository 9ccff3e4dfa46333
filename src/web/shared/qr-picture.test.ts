import { expect, test } from 'vitest'
import { qrAddress } from './qr-picture.tsx'

test('a picture is an address without what a content security policy forbids, one for each text', async () => {
  const [one, other] = await Promise.all(
    ['8F3K-2M7Q', '8F3K-2M7R'].map((code) => qrAddress(`https://a.example/follow#${code}`)),
  )
  expect(one).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  expect(decodeURIComponent(one!)).not.toMatch(/script|http:\/\/(?!www\.w3\.org)/)
  expect(one).not.toBe(other)
})
