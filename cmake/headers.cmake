# negotiation::headers: the headers alone, whose engines, verbs and files negotiation::negotiation has.
file(GLOB_RECURSE negotiation_public_headers CONFIGURE_DEPENDS
     "${PROJECT_SOURCE_DIR}/include/negotiation/*.hpp")

add_library(negotiation_headers INTERFACE)
add_library(negotiation::headers ALIAS negotiation_headers)
set_target_properties(negotiation_headers PROPERTIES EXPORT_NAME headers)

target_sources(
    negotiation_headers
    INTERFACE FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include" FILES
              ${negotiation_public_headers})
target_compile_features(negotiation_headers INTERFACE cxx_std_20)
target_link_libraries(negotiation_headers INTERFACE Eigen3::Eigen Boost::headers fmt::fmt
                                                    Random123::Random123)

# A fused multiply-add rounds once where the source rounds twice. Results must not depend on the
# machine the code was compiled for, so this belongs to the headers, not only to our own build.
target_compile_options(negotiation_headers
                       INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>)
