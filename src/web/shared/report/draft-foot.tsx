import './report.css'
import { useState } from 'react'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { useWords } from '../../preferences.tsx'

/** Says where the draft is kept, and clears it when that is confirmed. */
export function DraftFoot({ kept, onClear }: { kept: string; onClear(): void }) {
  const { report } = useWords()
  const [asking, setAsking] = useState(false)
  const clear = () => {
    onClear()
    setAsking(false)
  }
  return (
    <div className="report__foot">
      <small>{kept}</small>
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {report.clear}
      </button>
      {asking && (
        <ConfirmDialog
          title={report.clearAsk}
          onClose={() => setAsking(false)}
          label={report.clear}
          look="danger"
          onConfirm={clear}
        >
          <p>{report.clearNext}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
