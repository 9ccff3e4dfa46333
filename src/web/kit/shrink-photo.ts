/** Longest side that is sent, in pixels: enough to read a number plate on a bin, a tenth of the data. */
const LONGEST_PX = 1600
const JPEG_QUALITY = 0.82

/** Width and height of a picture made to fit `longestPx`; a small picture stays as it is. */
export function fitted(
  width: number,
  height: number,
  longestPx = LONGEST_PX,
): { width: number; height: number } {
  const scale = Math.min(1, longestPx / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image()
    image.onload = () => done(image)
    image.onerror = () => fail(new Error('not a picture'))
    image.src = url
  })
}

/**
 * A photograph drawn anew as JPEG of at most 1600 px, upright (browsers apply the camera's turn when they draw) and
 * without the camera's data: where and when it was taken does not leave the phone.
 * Throws where the file is no picture that this browser can open.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file)
  try {
    const image = await loaded(url)
    const { width, height } = fitted(image.naturalWidth, image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const brush = canvas.getContext('2d')
    if (brush === null) throw new Error('no canvas')
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, width, height)
    brush.drawImage(image, 0, 0, width, height)
    return await new Promise<Blob>((done, fail) =>
      canvas.toBlob(
        (blob) => (blob ? done(blob) : fail(new Error('no picture'))),
        'image/jpeg',
        JPEG_QUALITY,
      ),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
