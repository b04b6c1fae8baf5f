//! What other mail servers learn of a sender's domain by its names: where answers go, who may send for it, how its
//! mail is signed, and what to do with mail that is not.

use super::dns::Resolver;
use crate::mail::Dkim;

/// What is to be mended, in sentences. `returns` is the domain of the return path, by which others judge which
/// server may send.
pub(super) fn faults(
    domain: &str,
    returns: &str,
    dkim: Option<&Dkim>,
    resolver: &Resolver,
) -> Vec<String> {
    let checks = [
        mail_servers(domain, resolver),
        match returns == domain {
            true => Ok(None),
            false => mail_servers(returns, resolver),
        },
        senders(returns, resolver),
        signature(dkim, resolver),
        policy(domain, resolver),
    ];
    let mut faults: Vec<String> = Vec::new();
    for fault in checks {
        match fault {
            Ok(None) => {}
            Ok(Some(fault)) => faults.push(fault),
            // A name server that does not answer would say so four times.
            Err(sentence) => {
                faults.push(sentence);
                break;
            }
        }
    }
    faults
}

type Fault = Result<Option<String>, String>;

fn mail_servers(domain: &str, resolver: &Resolver) -> Fault {
    let count = resolver.count_mail_servers(domain)?;
    Ok((count == 0).then(|| {
        format!("No mail server takes mail for {domain} (MX): answers and returned mail are lost. Publish an MX record, or send from another domain.")
    }))
}

fn senders(domain: &str, resolver: &Resolver) -> Fault {
    let texts = resolver.texts(domain)?;
    let records: Vec<&String> = texts
        .iter()
        .filter(|text| first_word(text).eq_ignore_ascii_case("v=spf1"))
        .collect();
    Ok(match records.as_slice() {
        [] => Some(format!(
            "{domain} does not say which servers may send for it (SPF), and many will refuse its mail. Publish a TXT record such as “v=spf1 mx -all” that names the server your mail leaves by."
        )),
        [record] if lets_everybody(record) => Some(format!(
            "The SPF record of {domain} lets everybody send in its name (“{record}”). End it with -all or ~all."
        )),
        [_] => None,
        several => Some(format!(
            "{domain} has {} SPF records; more than one counts as none. Make them one.",
            several.len()
        )),
    })
}

fn first_word(text: &str) -> &str {
    text.split_ascii_whitespace().next().unwrap_or_default()
}

fn lets_everybody(record: &str) -> bool {
    record
        .split_ascii_whitespace()
        .any(|term| matches!(term.to_ascii_lowercase().as_str(), "+all" | "all"))
}

/// Where we do not sign, the mail server may.
fn signature(dkim: Option<&Dkim>, resolver: &Resolver) -> Fault {
    let Some(dkim) = dkim else { return Ok(None) };
    let texts = resolver.texts(&dkim.name())?;
    let is_ours = |text: &String| dkim.is_published_as(text);
    let what = match texts.as_slice() {
        [] => {
            "The key that signs mail (DKIM) is not published, so every signature counts as forged"
        }
        [one] if is_ours(one) => return Ok(None),
        several if several.iter().any(is_ours) => {
            "Beside the key that signs mail (DKIM) others are published, and which one counts is left to chance"
        }
        _ => {
            "Another key than the one that signs mail (DKIM) is published, so every signature counts as forged"
        }
    };
    Ok(Some(format!(
        "{what}. Publish at {}, alone, the TXT record: {}",
        dkim.name(),
        dkim.record()
    )))
}

/// The domain's own policy, or that of the one it belongs to.
fn policy(domain: &str, resolver: &Resolver) -> Fault {
    let mut asked = domain;
    let mut records = policies(asked, resolver)?;
    while records.is_empty() && asked.matches('.').count() > 1 {
        asked = asked.split_once('.').map_or("", |(_, parent)| parent);
        records = policies(asked, resolver)?;
    }
    Ok(match records.as_slice() {
        [] => Some(format!(
            "{domain} does not say what becomes of mail that is not its own (DMARC); large providers ask for that. Publish at _dmarc.{domain} a TXT record such as “v=DMARC1; p=none; rua=mailto:postmaster@{domain}”."
        )),
        [record] if wish(record).is_none() => Some(format!(
            "The DMARC record of {asked} names no policy (“{record}”). It needs p=none, p=quarantine or p=reject."
        )),
        [_] => None,
        several => Some(format!(
            "{asked} has {} DMARC records; more than one counts as none. Leave one.",
            several.len()
        )),
    })
}

fn policies(domain: &str, resolver: &Resolver) -> Result<Vec<String>, String> {
    let mut texts = resolver.texts(&format!("_dmarc.{domain}"))?;
    texts.retain(|text| text.trim_start().starts_with("v=DMARC1"));
    Ok(texts)
}

fn wish(record: &str) -> Option<&str> {
    let mut parts = record.split(';').map(str::trim);
    let wish = parts.find_map(|part| part.strip_prefix("p="))?.trim();
    matches!(wish, "none" | "quarantine" | "reject").then_some(wish)
}
