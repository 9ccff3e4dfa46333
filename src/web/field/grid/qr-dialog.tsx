import type { Plate } from '../../../people/my-grids.contract.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { QrPicture } from '../../shared/qr-picture.tsx'

/** A place's QR code as large as the phone, to be held out to a neighbour. */
export function QrDialog({ plate, onClose }: { plate: Plate; onClose(): void }) {
  const { field, common } = useWords()
  const { grid } = field
  const nameOf = useNameOf()
  return (
    <Dialog
      title={nameOf(plate)}
      onClose={onClose}
      acts={
        <Button look="quiet" onClick={onClose}>
          {common.actions.close}
        </Button>
      }
    >
      <p>{grid.qrHow}</p>
      <div className="grid__qr">
        <QrPicture
          text={`${window.location.origin}/?place=${plate.placeCode}`}
          alt={grid.qrOf(nameOf(plate))}
        />
      </div>
      <p className="unbroken">
        <small>{grid.qrCode(plate.placeCode)}</small>
      </p>
    </Dialog>
  )
}
