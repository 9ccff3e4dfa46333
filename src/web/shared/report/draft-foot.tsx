import './report.css'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useWords } from '../../preferences.tsx'

/** Says where the draft is kept, and clears it when that is confirmed. */
export function DraftFoot({ kept, onClear }: { kept: string; onClear(): void }) {
  const { report, common } = useWords()
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
        <Dialog
          title={report.clearAsk}
          onClose={() => setAsking(false)}
          acts={
            <>
              <Button look="danger" onClick={clear}>
                {report.clear}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {common.actions.cancel}
              </Button>
            </>
          }
        >
          <p>{report.clearNext}</p>
        </Dialog>
      )}
    </div>
  )
}
