import { useQuery } from '@tanstack/react-query'

/** `text` as a QR code that can be printed. Nothing stands here until it is drawn, or where its code cannot be fetched. */
export function QrPicture({ text, alt }: { text: string; alt: string }) {
  const { data: address } = useQuery({
    queryKey: ['qr', text],
    queryFn: () => qrAddress(text),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return address === undefined ? null : (
    <img className="qr" src={address} alt={alt} width={148} height={148} />
  )
}

/** The picture as an address of its own. The drawing code is fetched with the first picture: few pages have one. */
export async function qrAddress(text: string): Promise<string> {
  const { toString: draw } = await import('qrcode')
  const svg = await draw(text, { type: 'svg', margin: 2 })
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
