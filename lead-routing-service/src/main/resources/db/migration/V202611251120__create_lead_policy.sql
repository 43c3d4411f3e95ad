-- Policies are never changed: a new version is a new row.
create table lead_policy (
    version int primary key,
    valid_from timestamptz not null,
    created_by text not null,
    why text not null,
    -- How far back an incoming lead is compared.
    dedupe_days int not null check (dedupe_days between 1 and 3650),
    -- From this likeness of two company names in one city on, a person decides; in thousandths.
    similarity_permil int not null check (similarity_permil between 1 and 1000),
    -- How many similar leads are shown to the reviewer.
    candidates_shown int not null check (candidates_shown between 1 and 50),
    -- Sources whose leads are never held up nor merged: an order is an order.
    never_merged text[] not null,
    -- Sources that anybody can write to, and that the spam rules look at.
    checked_for_spam text[] not null,
    leads_per_hour_domain int not null check (leads_per_hour_domain >= 1),
    leads_per_hour_phone int not null check (leads_per_hour_phone >= 1),
    -- A source is paused when more than so many per cent of its leads turn out bad, of at least so many in the window.
    bad_percent int not null check (bad_percent between 1 and 100),
    bad_window_days int not null check (bad_window_days >= 1),
    bad_minimum int not null check (bad_minimum >= 1),
    bad_codes text[] not null,
    -- How long after the end of a lead its feedback may still be given or changed.
    feedback_days int not null check (feedback_days >= 0),
    -- Mail providers that give anybody an address: the domain says nothing about the company.
    free_mail_domains text[] not null,
    -- Mail providers whose addresses are thrown away.
    disposable_domains text[] not null
);

insert into lead_policy values (
    1, '2020-01-01T00:00:00Z', 'migration', 'The defaults of the product description.',
    180, 700, 10,
    '{ORDER}',
    '{TRIAL, FREE_ACCOUNT, DEMO_REQUEST, HELP_REQUEST}',
    20, 5,
    30, 90, 20, '{WRONG_CONTACT, NO_NEED, NOT_REACHABLE, SPAM, DUPLICATE}',
    30,
    '{gmail.com, googlemail.com, yahoo.com, yahoo.co.uk, yahoo.co.in, yahoo.co.jp, yahoo.fr, yahoo.de, yahoo.it, yahoo.es,
      yahoo.com.br, yahoo.com.ar, yahoo.com.mx, yahoo.com.au, yahoo.ca, yahoo.in, ymail.com, rocketmail.com, outlook.com,
      outlook.fr, outlook.de, outlook.es, outlook.com.br, hotmail.com, hotmail.co.uk, hotmail.fr, hotmail.de, hotmail.it,
      hotmail.es, hotmail.com.br, live.com, live.co.uk, live.fr, live.de, live.ru, msn.com, passport.com, icloud.com, me.com,
      mac.com, aol.com, aol.de, aol.co.uk, aim.com, mail.com, email.com, usa.com, gmx.com, gmx.net, gmx.de, gmx.at, gmx.ch,
      gmx.fr, web.de, freenet.de, t-online.de, arcor.de, 1und1.de, mail.de, posteo.de, mailbox.org, proton.me, protonmail.com,
      protonmail.ch, pm.me, tutanota.com, tuta.io, tuta.com, fastmail.com, fastmail.fm, hey.com, hushmail.com, zoho.com,
      zohomail.com, yandex.ru, yandex.com, yandex.kz, yandex.by, yandex.ua, ya.ru, mail.ru, inbox.ru, list.ru, bk.ru,
      internet.ru, rambler.ru, lenta.ru, autorambler.ru, myrambler.ru, ro.ru, tut.by, mail.by, mail.kz, ukr.net, i.ua, meta.ua,
      bigmir.net, orange.fr, wanadoo.fr, free.fr, laposte.net, sfr.fr, neuf.fr, libero.it, virgilio.it, tiscali.it, alice.it,
      tin.it, bluewin.ch, telenet.be, skynet.be, ziggo.nl, kpnmail.nl, wp.pl, o2.pl, onet.pl, interia.pl, op.pl, seznam.cz,
      centrum.cz, abv.bg, mail.bg, freemail.hu, citromail.hu, uol.com.br, bol.com.br, terra.com.br, ig.com.br, globo.com,
      globomail.com, comcast.net, verizon.net, att.net, sbcglobal.net, bellsouth.net, cox.net, charter.net, earthlink.net,
      btinternet.com, sky.com, virginmedia.com, bigpond.com, optusnet.com.au, rediffmail.com, qq.com, 163.com, 126.com,
      sina.com, sohu.com, naver.com, daum.net, hanmail.net, example.com, example.org, example.net}',
    '{mailinator.com, guerrillamail.com, guerrillamail.net, guerrillamail.org, sharklasers.com, grr.la, 10minutemail.com,
      10minutemail.net, temp-mail.org, temp-mail.io, tempmail.com, tempmail.net, tempmailo.com, throwawaymail.com,
      trashmail.com, trashmail.de, trash-mail.com, wegwerfmail.de, yopmail.com, yopmail.fr, yopmail.net, getnada.com,
      maildrop.cc, mailnesia.com, mintemail.com, mohmal.com, dispostable.com, discard.email, discardmail.com, emailondeck.com,
      fakeinbox.com, mailcatch.com, mytemp.email, spamgourmet.com, spam4.me, moakt.com, tempr.email, crazymailing.com,
      inboxkitten.com, burnermail.io}'
);
create trigger lead_policy_is_append_only
    before update or delete or truncate on lead_policy
    for each statement execute function refuse_change_of_history();
