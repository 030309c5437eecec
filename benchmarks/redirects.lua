-- Every request is another reader, on the way from one of many pages to one of many offers.
local offers, pages, number = {}, {}, 0
local method, agent, purpose = "GET", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", nil

function init(arguments)
  for line in io.lines(arguments[1]) do
    local offer, page = line:match("(%S+) (%S+)")
    offers[#offers + 1], pages[#pages + 1] = offer, page
  end
  if arguments[2] == "head" then method = "HEAD" end
  if arguments[2] == "robot" then agent = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" end
  if arguments[2] == "prefetch" then purpose = "prefetch" end
  math.randomseed(os.time())
  number = math.random(0, 2 ^ 24)
end

function request()
  number = number + 1
  local at = number % #offers + 1
  local address = string.format("10.%d.%d.%d", number / 65536 % 256, number / 256 % 256, number % 256)
  return wrk.format(method, string.format("/go/%s/?from=%s&in=GB", offers[at], pages[at]), {
    ["Host"] = "sportshowroom.example",
    ["User-Agent"] = agent,
    ["X-Forwarded-For"] = address,
    ["X-Forwarded-Proto"] = "https",
    ["Sec-Purpose"] = purpose,
  })
end

function response(status)
  if status ~= 302 then
    print("unexpected status " .. status)
    os.exit(1)
  end
end
