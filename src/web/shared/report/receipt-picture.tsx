import { useEffect, useState } from 'react'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayDueOnPaper, sayMomentOnPaper } from '../../words/time.ts'
import type { KeptReceipt } from '../receipts.ts'
import { drawReceipt } from './draw-receipt.ts'
import { followAddress } from './receipt-slip.tsx'

/** The receipt as a picture: held to save it, downloaded, or handed to whoever it is for. */
export function ReceiptAsPicture({ receipt, desk }: { receipt: KeptReceipt; desk: string | undefined }) {
  const words = useWords()
  const { picture, receipt: said } = words.report
  const say = useSay()
  const [file, setFile] = useState<File | 'failed'>()
  useDrawn(receipt, desk, setFile)
  if (file === undefined) return <p role="status">{picture.drawing}</p>
  if (file === 'failed') return <p role="alert">{picture.failed}</p>
  const share = async () => {
    try {
      await navigator.share({ files: [file], title: said.title })
    } catch (problem) {
      // Closing the sheet without choosing is no failure.
      if ((problem as Error).name !== 'AbortError') say(picture.shareFailed)
    }
  }
  return (
    <>
      <Shown file={file} alt={picture.alt(receipt.number, receipt.code)} save={picture.save} />
      {navigator.canShare?.({ files: [file] }) && (
        <Button look="quiet" wide onClick={share}>
          {picture.share}
        </Button>
      )}
      <p className="field__hint">{picture.hold}</p>
    </>
  )
}

function Shown({ file, alt, save }: { file: File; alt: string; save: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (address === undefined) return null
  return (
    <>
      <img className="receipt__picture" src={address} alt={alt} />
      <a className={buttonClass({ look: 'quiet', wide: true })} href={address} download={file.name}>
        {save}
      </a>
    </>
  )
}

/** Draws it anew whenever what it says changes: the language, or the desk once it is known. */
function useDrawn(
  receipt: KeptReceipt,
  desk: string | undefined,
  onDrawn: (file: File | 'failed') => void,
): void {
  const words = useWords()
  useEffect(() => {
    const { slip, receipt: said } = words.report
    let stale = false
    drawReceipt({
      title: slip.title,
      facts: [
        { name: said.code, value: receipt.code, large: true },
        { name: said.number, value: receipt.number },
        { name: said.acceptedAt, value: sayMomentOnPaper(words, receipt.acceptedAt) },
        { name: slip.answerBy, value: sayDueOnPaper(words, receipt.responseDueAt) },
        ...(desk === undefined ? [] : [{ name: slip.desk, value: desk }]),
      ],
      qr: followAddress(receipt.code),
      foot: [...slip.ways(window.location.host), slip.keep],
    }).then(
      (blob) => stale || onDrawn(new File([blob], `linli-${receipt.number}.png`, { type: blob.type })),
      () => stale || onDrawn('failed'),
    )
    return () => {
      stale = true
    }
  }, [receipt, desk, words, onDrawn])
}
