import type { DialogName } from '../ports.ts';
import { useSession } from '../session.ts';

/** Opens a dialog; the one that was open closes. */
export function openDialog(dialog: DialogName): void {
  useSession.setState({ dialog });
}

export function closeDialog(): void {
  useSession.setState({ dialog: null });
}
