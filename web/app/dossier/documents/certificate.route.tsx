import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { loadDossier } from '../load-dossier.ts';
import { useListCrumb } from '../shell/list-crumb.ts';
import { presentCertificate } from './present-certificate.server.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';

export const meta = titleMeta;

/** The certificate of the agreement: who accepted, when and as what, and how to check that the document is the one that was filed. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.certificate, args);
  const certificate = await context.services.dossier.certificate(opened);
  return {
    title: context.t('dossier:certificate.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    certificate: presentCertificate(context.reader, certificate),
  };
}

export default function Certificate() {
  const t = useT();
  const list = useListCrumb();
  const { title, id, number, certificate } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      crumbs={[
        list,
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('dossier:shell.documents'), to: href(pages.dossier.documents, { dossierId: id }) },
        { label: title },
      ]}
    >
      <p className="pc-lead">{t('dossier:certificate.intro')}</p>
      <DescriptionList items={certificate.facts} />
      <h2>{t('dossier:certificate.people')}</h2>
      <Table
        caption={t('dossier:certificate.people')}
        columns={[
          { label: t('dossier:certificate.name'), cell: (act) => <UserText inline>{act.name}</UserText> },
          { label: t('dossier:certificate.quality'), cell: (act) => <UserText inline>{act.quality}</UserText> },
          { label: t('dossier:certificate.act'), cell: (act) => act.did },
          { label: t('dossier:certificate.when'), cell: (act) => act.at },
        ]}
        rows={certificate.acts}
        rowKey={(_act, position) => String(position)}
      />
      {certificate.own ? <p>{certificate.own}</p> : null}
      <h2>{t('dossier:certificate.document')}</h2>
      {certificate.sha256 ? (
        <>
          <p>{t('dossier:certificate.fingerprint')}</p>
          <p className="pc-hash">{certificate.sha256}</p>
          {certificate.download ? (
            <p>
              <LinkButton to={certificate.download} look="secondary" download>
                {t('dossier:certificate.download')}
              </LinkButton>
            </p>
          ) : null}
          <Details summary={t('dossier:certificate.check.title')}>
            <p>{t('dossier:certificate.check.why')}</p>
            <ol>
              <li>{t('dossier:certificate.check.keep')}</li>
              <li>
                {t('dossier:certificate.check.windows')}{' '}
                <code>{`certutil -hashfile "${certificate.fileName}" SHA256`}</code>
              </li>
              <li>
                {t('dossier:certificate.check.mac')} <code>{`shasum -a 256 "${certificate.fileName}"`}</code>
              </li>
              <li>{t('dossier:certificate.check.compare')}</li>
            </ol>
          </Details>
        </>
      ) : (
        <Notice title={t('dossier:documents.preparing')} />
      )}
    </Page>
  );
}
