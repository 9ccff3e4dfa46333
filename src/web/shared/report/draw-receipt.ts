import { create } from 'qrcode'

/** What a receipt's picture says, in the reader's words. */
export interface ReceiptPicture {
  readonly title: string
  /** Name and value of each fact; the large one is the code. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly large?: boolean }[]
  readonly qr: string
  readonly foot: readonly string[]
}

const WIDTH_PX = 720
const MARGIN_PX = 48
const QR_PX = 320
const INK = '#1b2126'
const SOFT = '#56616b'
const font = (px: number, weight = 400): string =>
  `${weight} ${px}px system-ui, "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif`

/** Pieces that stand whole on a line: words of Latin letters, and each Chinese character with the stop after it. */
export const piecesOf = (text: string): readonly string[] =>
  text.match(/“?\p{Script=Han}[，。；：、！？”）]*|[^\s\p{Script=Han}“]+\s*|“|\s+/gu) ?? []

/** `text` in lines of at most `widthPx`. */
function wrapped(brush: CanvasRenderingContext2D, text: string, widthPx: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && brush.measureText(line + piece).width > widthPx) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line]
}

/** Writes from `top` down and answers with where the next line begins. */
type Pen = (text: string, top: number, px: number, colour: string, weight?: number) => number

const penOf =
  (brush: CanvasRenderingContext2D): Pen =>
  (text, top, px, colour, weight) => {
    brush.font = font(px, weight)
    brush.fillStyle = colour
    const lines = wrapped(brush, text, WIDTH_PX - 2 * MARGIN_PX)
    for (const [n, line] of lines.entries()) brush.fillText(line, MARGIN_PX, top + n * px * 1.45)
    return top + lines.length * px * 1.45
  }

function drawQr(brush: CanvasRenderingContext2D, text: string, top: number): number {
  const { modules } = create(text)
  const dot = QR_PX / modules.size
  brush.fillStyle = '#000'
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        brush.fillRect(MARGIN_PX + column * dot, top + row * dot, Math.ceil(dot), Math.ceil(dot))
  return top + QR_PX
}

function write(brush: CanvasRenderingContext2D, { title, facts, qr, foot }: ReceiptPicture): number {
  brush.textBaseline = 'top'
  const pen = penOf(brush)
  let top = pen(title, MARGIN_PX, 40, INK, 700) + 20
  for (const { name, value, large } of facts) {
    top = pen(name, top, 24, SOFT)
    top = pen(value, top, large ? 52 : 32, INK, large ? 700 : 600) + 14
  }
  top = drawQr(brush, qr, top + 12) + 28
  for (const line of foot) top = pen(line, top, 24, SOFT) + 6
  return top + MARGIN_PX
}

/**
 * A receipt as a picture (PNG), dark on white in every theme, to be kept with a phone's photographs.
 * Rejects where the browser has no canvas.
 */
export async function drawReceipt(receipt: ReceiptPicture): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (brush === null) throw new Error('no canvas')
  canvas.width = WIDTH_PX
  // Once to see how high it is, and once on paper of that height.
  canvas.height = Math.ceil(write(brush, receipt))
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  write(brush, receipt)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'),
  )
}
