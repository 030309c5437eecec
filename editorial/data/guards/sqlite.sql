CREATE VIEW IF NOT EXISTS editorial_offers_astray AS
    SELECT offer.id, offer.retailer_id
    FROM (
        SELECT id, retailer_id, withdrawn_at, url,
            '.' || lower(substr(url, 9, instr(replace(replace(substr(url, 9), '?', '/'), '#', '/') || '/', '/') - 1)) AS host
        FROM editorial_offer
    ) offer
    JOIN editorial_retailer shop ON shop.id = offer.retailer_id
    WHERE offer.withdrawn_at IS NULL AND (
        lower(offer.url) NOT GLOB 'https://[a-z0-9]*'
        OR offer.url GLOB '*[^!-~]*'
        OR instr(offer.url, char(92)) > 0
        OR offer.host GLOB '*[^a-z0-9.-]*'
        OR NOT EXISTS (
            SELECT 1
            FROM json_each('[' || replace(json_quote(
                replace(replace(replace(lower(shop.hosts), char(13), char(10)), char(9), char(10)), ' ', char(10))
            ), '\n', '","') || ']') own
            WHERE own.value <> '' AND substr(offer.host, -length(own.value) - 1) = '.' || own.value
        )
    )
-- next
CREATE TRIGGER IF NOT EXISTS editorial_offer_written AFTER INSERT ON editorial_offer
WHEN EXISTS (SELECT 1 FROM editorial_offers_astray WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'offer_address_is_on_its_retailers_hosts'); END
-- next
CREATE TRIGGER IF NOT EXISTS editorial_offer_rewritten AFTER UPDATE OF url, retailer_id, withdrawn_at ON editorial_offer
WHEN EXISTS (SELECT 1 FROM editorial_offers_astray WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'offer_address_is_on_its_retailers_hosts'); END
-- next
CREATE TRIGGER IF NOT EXISTS editorial_retailer_hosts AFTER UPDATE OF hosts ON editorial_retailer
WHEN OLD.hosts <> NEW.hosts AND EXISTS (SELECT 1 FROM editorial_offers_astray WHERE retailer_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'offer_address_is_on_its_retailers_hosts'); END
-- next
CREATE TRIGGER IF NOT EXISTS editorial_observation_written AFTER INSERT ON editorial_priceobservation
WHEN (NEW.price, NEW.currency) = (
    SELECT price, currency FROM editorial_priceobservation
    WHERE offer_id = NEW.offer_id AND at < NEW.at ORDER BY at DESC LIMIT 1
) OR (NEW.price, NEW.currency) = (
    SELECT price, currency FROM editorial_priceobservation
    WHERE offer_id = NEW.offer_id AND at > NEW.at ORDER BY at LIMIT 1
)
BEGIN SELECT RAISE(ABORT, 'price_is_observed_on_change_only'); END
-- next
CREATE TRIGGER IF NOT EXISTS editorial_observation_rewritten AFTER UPDATE ON editorial_priceobservation
WHEN (NEW.price, NEW.currency) = (
    SELECT price, currency FROM editorial_priceobservation
    WHERE offer_id = NEW.offer_id AND at < NEW.at ORDER BY at DESC LIMIT 1
) OR (NEW.price, NEW.currency) = (
    SELECT price, currency FROM editorial_priceobservation
    WHERE offer_id = NEW.offer_id AND at > NEW.at ORDER BY at LIMIT 1
)
BEGIN SELECT RAISE(ABORT, 'price_is_observed_on_change_only'); END
