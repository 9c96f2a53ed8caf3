import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { download } from '@/lib/download';
import { Button } from './button';

/** Saves a CSV file. What went wrong is said under the button. */
export function ExportButton({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  const save = useMutation({ mutationFn: () => download(path, name) });
  return (
    <span className="inline-flex items-center gap-2">
      {save.isError && (
        <span role="alert" className="text-sm text-bad">
          {save.error.message}
        </span>
      )}
      <Button onClick={() => save.mutate()} aria-disabled={save.isPending}>
        <Download className="size-4" aria-hidden="true" />
        {t(save.isPending ? 'exporting' : 'export')}
      </Button>
    </span>
  );
}
