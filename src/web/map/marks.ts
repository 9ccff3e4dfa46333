import type { Colours } from './colours.ts'

/** What is drawn for a mark's name: `light-red`, `many-red-12`, `stop-red-3`, `chosen-red-3`, `hatch-gap`, `pin`. */
export type MarkName = string

/** Drawn at twice its size, so that it stays sharp on phones. */
export const pixelRatio = 2

type Pen = CanvasRenderingContext2D

function canvasOf(width: number, height: number): Pen | null {
  const canvas = document.createElement('canvas')
  canvas.width = width * pixelRatio
  canvas.height = height * pixelRatio
  const pen = canvas.getContext('2d')
  pen?.scale(pixelRatio, pixelRatio)
  return pen
}

const colourOf = (colours: Colours, light: string): string =>
  ({ red: colours.late, yellow: colours.soon, green: colours.go })[light] ?? colours.rest

/** Told apart by shape before colour, as kit/light.tsx: circle, triangle, diamond, hollow ring. */
function outline(pen: Pen, light: string, size: number): void {
  const [middle, reach] = [size / 2, size / 2 - 2]
  pen.beginPath()
  if (light === 'red') {
    pen.moveTo(middle, middle - reach)
    pen.lineTo(middle + reach, middle)
    pen.lineTo(middle, middle + reach)
    pen.lineTo(middle - reach, middle)
    pen.closePath()
  } else if (light === 'yellow') {
    pen.moveTo(middle, middle - reach)
    pen.lineTo(middle + reach, middle + reach * 0.8)
    pen.lineTo(middle - reach, middle + reach * 0.8)
    pen.closePath()
  } else pen.arc(middle, middle, reach * 0.85, 0, 2 * Math.PI)
}

function lightAlone(colours: Colours, light: string): ImageData | null {
  const size = 22
  const pen = canvasOf(size, size)
  if (pen === null) return null
  outline(pen, light, size)
  pen.lineJoin = 'round'
  if (light === 'none') {
    pen.fillStyle = colours.paper
    pen.fill()
    pen.lineWidth = 3
    pen.strokeStyle = colours.rest
  } else {
    pen.fillStyle = colourOf(colours, light)
    pen.fill()
    pen.lineWidth = 2
    pen.strokeStyle = colours.paper
  }
  pen.stroke()
  return imageOf(pen)
}

/** Several at one place: the shape of the worst of them beside how many they are. */
function lightsTogether(colours: Colours, light: string, count: string, chosen = false): ImageData | null {
  const type = Math.round(colours.typePixels * 0.85)
  const font = `600 ${type}px system-ui, sans-serif`
  const ruler = canvasOf(1, 1)
  if (ruler === null) return null
  ruler.font = font
  const height = type + 14
  const width = Math.ceil(ruler.measureText(count).width) + height + 10
  const pen = canvasOf(width, height)
  if (pen === null) return null
  pen.fillStyle = chosen ? colours.accentSoft : colours.paper
  pen.strokeStyle = chosen ? colours.accent : colourOf(colours, light)
  pen.lineWidth = chosen ? 4 : 2
  pill(pen, width, height)
  pen.fill()
  pen.stroke()
  pen.save()
  pen.translate(5, (height - 16) / 2)
  outline(pen, light, 16)
  pen.fillStyle = colourOf(colours, light)
  pen.strokeStyle = colourOf(colours, light)
  if (light === 'none') pen.stroke()
  else pen.fill()
  pen.restore()
  pen.fillStyle = colours.ink
  pen.font = font
  pen.textBaseline = 'middle'
  pen.fillText(count, 25, height / 2 + 1)
  return imageOf(pen)
}

function pill(pen: Pen, width: number, height: number): void {
  const round = height / 2 - 1
  pen.beginPath()
  pen.arc(round + 1, height / 2, round, Math.PI / 2, 1.5 * Math.PI)
  pen.arc(width - round - 1, height / 2, round, -Math.PI / 2, Math.PI / 2)
  pen.closePath()
}

/** Ground that is wrong or that changes, by pattern before colour: lines, crossed lines, dots. */
function hatch(colours: Colours, kind: string): ImageData | null {
  const size = 12
  const pen = canvasOf(size, size)
  if (pen === null) return null
  pen.strokeStyle = kind === 'new' ? colours.accent : colours.late
  pen.fillStyle = pen.strokeStyle
  pen.lineWidth = kind === 'new' ? 0.8 : 2
  const slope = (turned: boolean) => {
    pen.beginPath()
    for (const from of [-size, 0, size]) {
      pen.moveTo(turned ? size - from : from, size)
      pen.lineTo(turned ? -from : from + size, 0)
    }
    pen.stroke()
  }
  if (kind === 'beyond')
    for (const at of [3, 9]) {
      pen.beginPath()
      pen.arc(at, at, 2, 0, 2 * Math.PI)
      pen.fill()
    }
  else slope(false)
  if (kind === 'overlap') slope(true)
  return imageOf(pen)
}

function pin(colours: Colours): ImageData | null {
  const [width, height] = [30, 40]
  const pen = canvasOf(width, height)
  if (pen === null) return null
  pen.beginPath()
  pen.moveTo(15, 38)
  pen.bezierCurveTo(4, 24, 2, 20, 2, 14)
  pen.arc(15, 14, 13, Math.PI, 0)
  pen.bezierCurveTo(28, 20, 26, 24, 15, 38)
  pen.fillStyle = colours.accent
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = colours.paper
  pen.stroke()
  pen.beginPath()
  pen.arc(15, 14, 5, 0, 2 * Math.PI)
  pen.fillStyle = colours.paper
  pen.fill()
  return imageOf(pen)
}

const imageOf = (pen: Pen): ImageData => pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height)

/** The picture of a mark, or null where the name is nobody's. */
export function drawMark(name: MarkName, colours: Colours): ImageData | null {
  const [what, kind = '', count = ''] = name.split('-')
  if (what === 'light') return lightAlone(colours, kind)
  if (what === 'many' || what === 'stop') return lightsTogether(colours, kind, count)
  if (what === 'chosen') return lightsTogether(colours, kind, count, true)
  if (what === 'hatch') return hatch(colours, kind)
  return what === 'pin' ? pin(colours) : null
}
