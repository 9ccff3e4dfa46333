/** What the demonstration's photographs show. */
export type Picture =
  | 'lamp'
  | 'manhole'
  | 'rubbish'
  | 'wall'
  | 'car'
  | 'tree'
  | 'water'
  | 'wire'
  | 'door'
  | 'road'

/** One drawing for each subject, 640 by 480, in plain shapes. */
const subjects: Readonly<Record<Picture, string>> = {
  lamp: '<path d="M300 420V120h90" stroke="#333" stroke-width="12" fill="none"/><circle cx="402" cy="132" r="20" fill="#666"/>',
  manhole:
    '<ellipse cx="320" cy="330" rx="130" ry="60" fill="#222"/><ellipse cx="345" cy="300" rx="125" ry="55" fill="#777"/>',
  rubbish:
    '<rect x="230" y="200" width="150" height="190" fill="#486"/><circle cx="420" cy="360" r="55" fill="#333"/><circle cx="190" cy="370" r="45" fill="#555"/>',
  wall: '<rect x="90" y="80" width="460" height="330" fill="#ddd"/><path d="M320 80l-30 90 50 70-40 80 20 90" stroke="#875" stroke-width="9" fill="none"/>',
  car: '<path d="M140 330h360v-60l-70-20-50-60H250l-60 60-50 20z" fill="#bbb"/><circle cx="220" cy="335" r="38" fill="#222"/><circle cx="420" cy="335" r="38" fill="#222"/>',
  tree: '<rect x="300" y="260" width="40" height="160" fill="#764"/><circle cx="320" cy="200" r="110" fill="#3a6b3a"/>',
  water:
    '<rect y="300" width="640" height="180" fill="#4a7d92"/><path d="M40 340q50-30 100 0t100 0 100 0 100 0 100 0" stroke="#cde" stroke-width="6" fill="none"/>',
  wire: '<path d="M80 60v360M560 60v360" stroke="#543" stroke-width="16"/><path d="M80 110q240 260 480 0M80 130q240 190 480 0" stroke="#222" stroke-width="5" fill="none"/>',
  door: '<rect x="220" y="80" width="200" height="340" fill="#764"/><circle cx="392" cy="260" r="12" fill="#dc8"/>',
  road: '<path d="M200 420L290 120h60l90 300z" fill="#444"/><ellipse cx="320" cy="330" rx="55" ry="22" fill="#222"/>',
}
const grounds = ['#9fb3b8', '#b8a99f', '#a5b89f', '#b0a5b8', '#c2b78e']
const variants = grounds.length

/** 演示, drawn by strokes: a machine without a Chinese font draws it too. */
const mark = `<g stroke="#fff" stroke-width="8" fill="none" stroke-linecap="round" transform="translate(420 370) scale(.9)">
<path d="M12 18l12 10M6 42l12 10M10 88l16-26M62 6l6 10M36 30V20h58v10M44 40h42M65 40v32M44 50h42v22H44zM44 61h42M54 76L40 90M74 76l18 14"/>
<path d="M122 20h60M112 45h80M152 45v43l-10-6M132 58l-14 20M172 58l14 20"/></g>`

/**
 * A small picture of `subject`, JPEG, plainly not a photograph of any place; `variant` is a whole number that picks
 * the ground's colour, and `isMended` adds the tick of a photograph taken afterwards.
 */
export async function drawPicture(subject: Picture, variant: number, isMended: boolean): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const ground = grounds[variant % variants]
  const tick = isMended ? '<path d="M60 90l40 45 80-95" stroke="#2c7" stroke-width="22" fill="none"/>' : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${ground}"/>${subjects[subject]}${tick}<rect y="360" x="410" width="230" height="120" fill="#0008"/>${mark}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
