import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { QrPicture } from '../../shared/qr-picture.tsx'
import { useWords } from '../words.ts'

/** The code of a party, beside the name it goes to. */
export interface Slip {
  readonly name: string
  readonly code: string
}

/** The code of a party, to be handed over: it is shown this once. */
export function CodeSlip({ slip: { name, code }, onClose }: { slip: Slip; onClose(): void }) {
  const { common, consoleMediation } = useWords()
  const { party: said } = consoleMediation
  const address = `${window.location.origin}/mediation`
  const title = common.labelled(said.codeTitle, name)
  return (
    <ConfirmDialog title={title} label={said.closeCode} onClose={onClose} onConfirm={onClose}>
      <p>{said.codeHint}</p>
      <p className="mediation__code">{code}</p>
      <QrPicture text={`${address}#${code}`} alt={title} />
      <p>{said.codeWhere(address)}</p>
      <button type="button" className="text-button no-print" onClick={() => window.print()}>
        {said.printCode}
      </button>
    </ConfirmDialog>
  )
}
